import { describe, expect, it } from '@jest/globals';
import { flagsOf } from './flags.mjs';

const read = (...words: string[]) =>
  flagsOf(words, (exitCode) => {
    throw new Error(`explained ${exitCode}`);
  });

describe('flags', () => {
  it('are there or not, wherever they stand', () => {
    const { has } = read('--rate', '5', '--quick');
    expect([has('--quick'), has('--rate'), has('--no-build')]).toEqual([true, true, false]);
  });

  it('give their number, or the usual one', () => {
    const { numberOf } = read('--rate', '5');
    expect([numberOf('--rate', 50), numberOf('--seconds', 30)]).toEqual([5, 30]);
  });

  it.each(['0', '-1', 'many', '--quick'])('with %s for a number are explained as wrong', (word) => {
    expect(() => read('--rate', word).numberOf('--rate', 50)).toThrow('explained 1');
  });

  it('that ask for help are explained before anything else', () => {
    expect(() => read('--rate', 'many', '--help')).toThrow('explained 0');
  });
});

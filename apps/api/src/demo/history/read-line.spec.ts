import { describe, expect, it } from '@jest/globals';
import { readLine } from './read-line.js';

describe('readLine', () => {
  it('reads plain words with the usual waits', () => {
    expect(readLine('c Hola, ¿tienen el iPhone 15?')).toEqual({
      kind: 'text',
      waitMs: 120_000,
      who: 'c',
      argument: '',
      text: 'Hola, ¿tienen el iPhone 15?',
      back: null,
      outcome: null,
    });
    expect(readLine('isac Sí')).toMatchObject({ waitMs: 6000 });
    expect(readLine('paula Sí')).toMatchObject({ waitMs: 240_000 });
  });

  it.each([
    ['+3 c ya', 180_000],
    ['+20s c ya', 20_000],
    ['+2h c ya', 7_200_000],
    ['+1d c ya', 86_400_000],
  ])('reads the wait of %s', (line, waitMs) => {
    expect(readLine(line)).toMatchObject({ waitMs, text: 'ya' });
  });

  it('reads kinds, arguments, targets and outcomes', () => {
    expect(readLine('c [image sofa.png] ^2 ¿Este?')).toMatchObject({
      kind: 'image',
      argument: 'sofa.png',
      back: 2,
      text: '¿Este?',
    });
    expect(readLine('paula!131026 Le confirmo')).toMatchObject({ outcome: '131026', text: 'Le confirmo' });
    expect(readLine('c [react 👍] ^1')).toMatchObject({ kind: 'react', argument: '👍', back: 1, text: '' });
    expect(readLine('c [unsend] ^1')).toMatchObject({ kind: 'unsend', argument: '' });
  });

  it('reads what is done at the desk', () => {
    expect(readLine('+5 @close paula sale')).toEqual({
      kind: 'desk',
      waitMs: 300_000,
      verb: 'close',
      rest: 'paula sale',
    });
    expect(readLine('@claim mateo')).toMatchObject({ waitMs: 60_000 });
  });

  it.each(['', '@dance paula', 'c [hologram] hola', '¿Hola?'])('refuses "%s"', (line) => {
    expect(() => readLine(line)).toThrow();
  });
});

import { describe, expect, it } from '@jest/globals';
import { pick, seededRandom } from './seeded-random.js';

const some = (word: string, count: number): number[] => {
  const random = seededRandom(word);
  return Array.from({ length: count }, () => random());
};

describe('seededRandom', () => {
  it('says the same for the same word and something else for another', () => {
    expect(some('hilo', 5)).toEqual(some('hilo', 5));
    expect(some('hilo', 5)).not.toEqual(some('hila', 5));
  });

  it('stays in its range and spreads over it', () => {
    const numbers = some('spread', 2000);
    expect(numbers.every((one) => one >= 0 && one < 1)).toBe(true);
    const quarters = [0, 1, 2, 3].map((quarter) => numbers.filter((one) => Math.floor(one * 4) === quarter).length);
    expect(Math.min(...quarters)).toBeGreaterThan(400);
  });
});

describe('pick', () => {
  it('takes each of them sooner or later, and never from nothing', () => {
    const random = seededRandom('pick');
    expect(new Set(Array.from({ length: 100 }, () => pick(random, ['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']));
    expect(() => pick(random, [])).toThrow('nothing');
  });
});

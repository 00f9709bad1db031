import { describe, expect, it } from '@jest/globals';
import { RateLimit } from './rate-limit.js';

const times = (n: number, ask: () => boolean): number =>
  Array.from({ length: n }, ask).filter((refused) => !refused).length;

describe('RateLimit', () => {
  it('lets so many through each second', () => {
    const limit = new RateLimit();
    expect(times(100, () => limit.numberExhausted(80, 10_000))).toBe(80);
    expect(times(100, () => limit.numberExhausted(80, 11_000))).toBe(80);
    expect(times(500, () => limit.numberExhausted(null, 11_000))).toBe(500);
  });

  it('lets a burst of 45 in six seconds to one person, and others go on', () => {
    const limit = new RateLimit();
    expect(times(60, () => limit.pairExhausted('a', 1000))).toBe(45);
    expect(limit.pairExhausted('b', 1000)).toBe(false);
    expect(limit.pairExhausted('a', 6999)).toBe(true);
    expect(limit.pairExhausted('a', 7000)).toBe(false);
    limit.reset();
    expect(limit.pairExhausted('a', 7000)).toBe(false);
  });
});

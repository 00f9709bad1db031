import { describe, expect, it } from '@jest/globals';
import { dueAt, isFresh } from './burst.js';

const at = (ms: number): Date => new Date(Date.UTC(2026, 10, 21) + ms);

describe('dueAt', () => {
  it.each([
    [0, 0, 2000],
    [0, 1500, 3500],
    [0, 4000, 6000],
    [0, 5900, 6000],
    [0, 60_000, 6000],
  ])('a burst from %i to %i ms is answered at %i', (first, last, due) => {
    expect(dueAt(at(first), at(last))).toEqual(at(due));
  });
});

describe('isFresh', () => {
  it('is what came in the last five minutes, or seems to come from later when the clock was set back', () => {
    expect(isFresh(at(0), at(299_999))).toBe(true);
    expect(isFresh(at(0), at(300_000))).toBe(false);
    expect(isFresh(at(3_600_000), at(0))).toBe(true);
  });
});

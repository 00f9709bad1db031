import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysIn, eachDay, rangeAsked, rangeBefore } from './day-range.js';

const TODAY = '2026-11-20';

describe('rangeAsked', () => {
  it('is thirty days up to today when nothing is asked', () => {
    expect(rangeAsked({}, TODAY)).toEqual({ from: '2026-10-22', to: TODAY });
    expect(daysIn(rangeAsked({}, TODAY))).toBe(30);
  });

  it('is what was asked', () => {
    expect(rangeAsked({ from: '2026-02-27', to: '2026-03-01' }, TODAY)).toEqual({
      from: '2026-02-27',
      to: '2026-03-01',
    });
    expect(rangeAsked({ from: '2026-11-20' }, TODAY)).toEqual({ from: TODAY, to: TODAY });
  });

  it.each([
    [{ from: '2026-02-30' }, '?from'],
    [{ to: 'tomorrow' }, '?to'],
    [{ from: '2026-11-21' }, '?from'],
    [{ from: '2020-01-01' }, '?from'],
    [{ from: "2026-01-01' or 1=1" }, '?from'],
  ])('refuses %j', (asked, path) => {
    expect(() => rangeAsked(asked, TODAY)).toThrow(
      expect.objectContaining({ code: 'validation_failed', errors: [expect.objectContaining({ path })] }),
    );
  });
});

it('the range before ends the day before and is as long', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: -3000, max: 3000 }), (length, offset) => {
      const from = addDays(TODAY, offset);
      const range = { from, to: addDays(from, length) };
      const before = rangeBefore(range);
      expect([daysIn(before), addDays(before.to, 1)]).toEqual([daysIn(range), range.from]);
      expect(new Set(eachDay(range)).size).toBe(length + 1);
    }),
  );
});

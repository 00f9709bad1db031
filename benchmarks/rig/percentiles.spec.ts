import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { median, percentiles } from './percentiles.mjs';

describe('percentiles', () => {
  it('of nothing are zeros', () => {
    expect(percentiles([])).toEqual({ p50: 0, p95: 0, p99: 0, max: 0 });
  });

  it.each([
    [[7], { p50: 7, p95: 7, p99: 7, max: 7 }],
    [[1, 2], { p50: 2, p95: 2, p99: 2, max: 2 }],
    [Array.from({ length: 100 }, (_, index) => index + 1), { p50: 51, p95: 96, p99: 100, max: 100 }],
    [Array.from({ length: 1000 }, (_, index) => 1000 - index), { p50: 501, p95: 951, p99: 991, max: 1000 }],
  ])('of %j', (values, expected) => {
    expect(percentiles(values)).toEqual(expected);
  });

  it('sort by number, not by text, and leave what they were given alone', () => {
    const values = [100, 9, 10, 1];
    expect(percentiles(values)).toMatchObject({ p50: 10, max: 100 });
    expect(values).toEqual([100, 9, 10, 1]);
  });

  it('are among the values, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
        const { p50, p95, p99, max } = percentiles(values);
        expect(p50 <= p95 && p95 <= p99 && p99 <= max).toBe(true);
        expect(max).toBe(Math.max(...values));
        for (const one of [p50, p95, p99]) expect(values).toContain(one);
        expect(median(values)).toBe(p50);
      }),
    );
  });
});

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FUNNEL_STEPS, funnelOf } from './link-funnel.js';

const RANGE = { from: '2026-11-01', to: '2026-11-10' };
const count = fc.record({
  day: fc.integer({ min: 1, max: 20 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`),
  step: fc.constantFrom(...FUNNEL_STEPS),
  count: fc.nat(1000),
});

it('has a row for every day, and totals that are the sums of the rows', () => {
  fc.assert(
    fc.property(fc.array(count), (counts) => {
      const { totals, series } = funnelOf(counts, RANGE);
      expect(series).toHaveLength(10);
      for (const step of FUNNEL_STEPS) expect(series.reduce((sum, row) => sum + row[step], 0)).toBe(totals[step]);
      const inside = counts.filter(({ day }) => day <= RANGE.to).reduce((sum, one) => sum + one.count, 0);
      expect(FUNNEL_STEPS.reduce((sum, step) => sum + totals[step], 0)).toBe(inside);
    }),
  );
});

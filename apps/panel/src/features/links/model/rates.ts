import type { Funnel } from './link';

/** The steps of the detail's funnel. */
export const FUNNEL = ['clicks', 'conversations', 'leads', 'qualified', 'won'] as const;
export type FunnelStep = (typeof FUNNEL)[number];

export interface FunnelRow {
  step: FunnelStep;
  count: number;
  /** Of the widest step, 0 to 1, for the bar. */
  share: number;
  /** Of the step before, 0 to 1; null at the first and where the one before is empty. More than 1 when people came another way. */
  rate: number | null;
  /** Against the days before: 0.5 is half as many again; null when there was nothing to compare with. */
  change: number | null;
}

/** A funnel ready to be drawn, compared with the days before. */
export function funnelRows(totals: Funnel, previous: Funnel): FunnelRow[] {
  const widest = Math.max(...FUNNEL.map((step) => totals[step]), 1);
  return FUNNEL.map((step, index) => {
    const count = totals[step];
    const before = FUNNEL[index - 1];
    const base = before ? totals[before] : 0;
    return {
      step,
      count,
      share: count / widest,
      rate: base > 0 ? count / base : null,
      change: previous[step] > 0 ? count / previous[step] - 1 : null,
    };
  });
}

/** The hours with the most clicks, the busiest first; none when nobody clicked. */
export function busiestHours(hours: readonly number[], most = 3): number[] {
  return hours
    .map((count, hour) => ({ count, hour }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.hour - b.hour)
    .slice(0, most)
    .map(({ hour }) => hour);
}

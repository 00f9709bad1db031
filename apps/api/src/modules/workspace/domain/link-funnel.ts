import { daysIn, eachDay, type DayRange } from './day-range.js';

/** People's clicks, conversations they began, leads these became, and what became of those leads since. */
export const FUNNEL_STEPS = ['clicks', 'conversations', 'leads', 'qualified', 'won'] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];
export type Funnel = Record<FunnelStep, number>;

export interface DayCount {
  day: string;
  step: FunnelStep;
  count: number;
}

const empty = (): Funnel => ({ clicks: 0, conversations: 0, leads: 0, qualified: 0, won: 0 });

/** The counts of a range in all and day by day; the sums always agree. */
export function funnelOf(
  counts: readonly DayCount[],
  range: DayRange,
): { totals: Funnel; series: (Funnel & { date: string })[] } {
  if (daysIn(range) < 1) return { totals: empty(), series: [] };
  const days = new Map(eachDay(range).map((date) => [date, { date, ...empty() }]));
  const totals = empty();
  for (const { day, step, count } of counts) {
    const row = days.get(day);
    if (!row) continue;
    row[step] += count;
    totals[step] += count;
  }
  return { totals, series: [...days.values()] };
}

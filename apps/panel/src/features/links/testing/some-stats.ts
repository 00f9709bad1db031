import type { Funnel, LinkStats } from '../model/link';

export const funnel = (clicks = 0, conversations = 0, leads = 0, qualified = 0, won = 0): Funnel => ({
  clicks,
  conversations,
  leads,
  qualified,
  won,
});

/** Statistics for a test: only what matters is said. */
export function someStats(over: Partial<LinkStats> = {}): LinkStats {
  return {
    from: '2026-10-30',
    to: '2026-11-28',
    timeZone: 'America/Guayaquil',
    totals: { ...funnel(200, 80, 40, 20, 5), passersBy: 0, withoutClick: 0, revenue: [] },
    previous: { from: '2026-09-30', to: '2026-10-29', totals: funnel(100, 80, 50, 20, 0) },
    series: [
      { date: '2026-11-27', ...funnel(150, 60, 30, 15, 4) },
      { date: '2026-11-28', ...funnel(50, 20, 10, 5, 1) },
    ],
    hours: Array.from({ length: 24 }, (_, hour) => (hour === 20 ? 90 : hour === 9 ? 60 : hour === 13 ? 50 : 0)),
    networks: [
      { network: 'facebook', ...funnel(150, 60, 30, 15, 4) },
      { network: 'instagram', ...funnel(50, 20, 10, 5, 1) },
    ],
    ...over,
  };
}

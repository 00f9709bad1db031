import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { notFound } from '../../../platform/http/domain-error.js';
import { Business, instantOf, localMinute } from '../../business/index.js';
import { Links } from '../../links/index.js';
import { addDays, rangeAsked, rangeBefore, type DayRange } from '../domain/day-range.js';
import { funnelOf, type Funnel } from '../domain/link-funnel.js';
import type { LinkStatsView } from '../http/link-stats.view.js';
import { LinkStatsQuery } from '../persistence/link-stats.query.js';

/** From clicks to sales: one link, with the days before it to compare and its item's other networks. */
@Injectable()
export class LinkStatistics {
  constructor(
    private readonly clock: Clock,
    private readonly business: Business,
    private readonly links: Links,
    private readonly query: LinkStatsQuery,
  ) {}

  async of(linkId: string, asked: Partial<DayRange>): Promise<LinkStatsView> {
    if (!(await this.links.byIds([linkId])).has(linkId)) throw notFound('link');
    const { timeZone } = await this.business.current();
    const range = rangeAsked(asked, localMinute(this.clock.now(), timeZone).date);
    const before = rangeBefore(range);
    const span = spanOf(range, timeZone);
    const counts = await this.query.byDay(linkId, { from: spanOf(before, timeZone).from, to: span.to }, timeZone);
    const { totals, series } = funnelOf(counts, range);
    const [hours, aside, revenue, networks] = await Promise.all([
      this.query.clicksByHour(linkId, span, timeZone),
      this.query.aside(linkId, span),
      this.query.revenue(linkId, span),
      this.networks(linkId, span),
    ]);
    return {
      ...range,
      timeZone,
      totals: { ...totals, ...aside, revenue },
      previous: { ...before, totals: funnelOf(counts, before).totals },
      series,
      hours,
      networks,
    };
  }

  private async networks(linkId: string, span: { from: Date; to: Date }): Promise<(Funnel & { network: string })[]> {
    const rows = new Map<string, Funnel & { network: string }>();
    for (const { network, step, count } of await this.query.byNetwork(await this.query.siblings(linkId), span)) {
      const row = rows.get(network) ?? { network, clicks: 0, conversations: 0, leads: 0, qualified: 0, won: 0 };
      row[step] += count;
      rows.set(network, row);
    }
    return [...rows.values()];
  }
}

const spanOf = ({ from, to }: DayRange, timeZone: string) => ({
  from: instantOf(from, 0, timeZone),
  to: instantOf(addDays(to, 1), 0, timeZone),
});

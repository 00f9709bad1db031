import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { DayCount } from '../domain/link-funnel.js';

interface Span {
  from: Date;
  /** Not included. */
  to: Date;
}

// A lead belongs to the day of its first message whatever becomes of it later, so that every step of a day's funnel is about the same people.
const FACTS = `
  select c.link_id, c.at, 'clicks' as step from link_click c where c.link_id = any($1::uuid[]) and c.kind = 'human' and c.at >= $2 and c.at < $3
  union all
  select f.link_id, f.at, 'conversations' from (select a.link_id, min(a.at) as at from attribution a where a.link_id = any($1::uuid[]) group by a.link_id, a.conversation_id) f where f.at >= $2 and f.at < $3
  union all
  select l.link_id, l.first_message_at, s.step
    from lead l cross join lateral (values ('leads', true), ('qualified', l.state in ('qualified', 'negotiating', 'won')), ('won', l.state = 'won')) as s (step, counts)
   where l.link_id = any($1::uuid[]) and l.contact_id is not null and s.counts and l.first_message_at >= $2 and l.first_message_at < $3`;

/** What tracked links brought: reads links and leads together, which only this floor may. */
@Injectable()
export class LinkStatsQuery {
  constructor(private readonly sql: Sql) {}

  byDay(linkId: string, { from, to }: Span, timeZone: string): Promise<DayCount[]> {
    return this.sql.rows<DayCount>(
      `select (at at time zone $4)::date::text as day, step, count(*)::int as count from (${FACTS}) facts group by 1, 2 order by 1, 2`,
      [[linkId], from, to, timeZone],
    );
  }

  /** Links of the same item, this one among them; without an item, this one alone. */
  async siblings(linkId: string): Promise<string[]> {
    const rows = await this.sql.rows<{ id: string }>(
      'select s.id from tracked_link l join tracked_link s on s.id = l.id or s.item_id = l.item_id where l.id = $1',
      [linkId],
    );
    return rows.map((row) => row.id);
  }

  byNetwork(
    linkIds: readonly string[],
    { from, to }: Span,
  ): Promise<{ network: string; step: DayCount['step']; count: number }[]> {
    return this.sql.rows(
      `select l.network, step, count(*)::int as count from (${FACTS}) facts join tracked_link l on l.id = facts.link_id group by 1, 2 order by 1, 2`,
      [linkIds, from, to],
    );
  }

  async clicksByHour(linkId: string, { from, to }: Span, timeZone: string): Promise<number[]> {
    const rows = await this.sql.rows<{ hour: number; count: number }>(
      `select extract(hour from at at time zone $4)::int as hour, count(*)::int as count from link_click where link_id = $1 and kind = 'human' and at >= $2 and at < $3 group by 1`,
      [linkId, from, to, timeZone],
    );
    const counts = new Map(rows.map((row) => [row.hour, row.count]));
    return Array.from({ length: 24 }, (_, hour) => counts.get(hour) ?? 0);
  }

  /** `passersBy`: crawlers, previews and prefetches. `withoutClick`: conversations whose code somebody else had used or passed on. */
  async aside(linkId: string, { from, to }: Span): Promise<{ passersBy: number; withoutClick: number }> {
    const row = await this.sql.one<{ passersBy: number; withoutClick: number }>(
      `select (select count(*)::int from link_click where link_id = $1 and kind <> 'human' and at >= $2 and at < $3) as "passersBy",
              (select count(*)::int from (select bool_or(click_id is not null) as clicked, min(at) as at from attribution where link_id = $1 group by conversation_id) f
                where not clicked and at >= $2 and at < $3) as "withoutClick"`,
      [linkId, from, to],
    );
    return row ?? { passersBy: 0, withoutClick: 0 };
  }

  /** What the won leads of the span were worth, by currency. */
  async revenue(linkId: string, { from, to }: Span): Promise<{ amount: number; currency: string }[]> {
    const rows = await this.sql.rows<{ amount: string; currency: string }>(
      `select sum(value_amount)::text as amount, value_currency as currency from lead
        where link_id = $1 and state = 'won' and value_currency is not null and first_message_at >= $2 and first_message_at < $3 group by 2 order by 2`,
      [linkId, from, to],
    );
    return rows.map(({ amount, currency }) => ({ amount: Number(amount), currency }));
  }
}

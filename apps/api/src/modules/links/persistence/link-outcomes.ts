import type { Sql } from '../../../platform/database/sql.js';
import type { LinkOutcome } from '../domain/link-outcome.js';
import type { Utm } from '../domain/utm.js';

export async function keepOutcomes(sql: Sql, outcomes: readonly LinkOutcome[]): Promise<void> {
  const last = [...new Map(outcomes.map((outcome) => [outcome.dealId, outcome])).values()];
  if (last.length === 0) return;
  await sql.rows(
    `insert into link_outcome (deal_id, link_id, won) select * from unnest($1::uuid[], $2::uuid[], $3::boolean[])
     on conflict (deal_id) do update set link_id = excluded.link_id, won = excluded.won`,
    [last.map((one) => one.dealId), last.map((one) => one.linkId), last.map((one) => one.won)],
  );
}

export async function utmOfClicks(sql: Sql, clickIds: readonly string[]): Promise<Map<string, Partial<Utm>>> {
  if (clickIds.length === 0) return new Map();
  const rows = await sql.rows<{ id: string; utm: Partial<Utm> }>(
    'select id, utm from link_click where id = any($1::uuid[]) and utm is not null',
    [clickIds],
  );
  return new Map(rows.map((row) => [row.id, row.utm]));
}

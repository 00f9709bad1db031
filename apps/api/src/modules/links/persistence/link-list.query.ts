import type { Sql } from '../../../platform/database/sql.js';

export interface LinkFilter {
  network?: string;
  itemId?: string;
  q?: string;
  archived: boolean;
  after?: string;
  limit: number;
}

/** Newest first; `limit + 1` ids, so that the extra one tells whether there is more. */
export async function linkIds(sql: Sql, { network, itemId, q, archived, after, limit }: LinkFilter): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `select id from tracked_link
      where (archived_at is not null) = $1
        and ($2::text is null or network = $2)
        and ($3::uuid is null or item_id = $3)
        and ($4::text is null or plain_text(name) like '%' || plain_text($4) || '%' or slug = lower($4))
        and ($5::uuid is null or id < $5)
      order by id desc limit $6`,
    [archived, network ?? null, itemId ?? null, q ? q.replace(/[\\%_]/g, '\\$&') : null, after ?? null, limit + 1],
  );
  return rows.map((row) => row.id);
}

export interface LinkTotals {
  clicks: number;
  conversations: number;
  leads: number;
  won: number;
}

/** What became of each link so far. */
export async function linkTotals(sql: Sql, ids: readonly string[]): Promise<Map<string, LinkTotals>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.rows<LinkTotals & { id: string }>(
    `select l.id,
            (select count(*)::int from link_click c where c.link_id = l.id and c.kind = 'human') as clicks,
            (select count(distinct a.conversation_id)::int from attribution a where a.link_id = l.id) as conversations,
            (select count(*)::int from link_outcome o where o.link_id = l.id) as leads,
            (select count(*)::int from link_outcome o where o.link_id = l.id and o.won) as won
       from unnest($1::uuid[]) as l (id)`,
    [ids],
  );
  return new Map(rows.map(({ id, ...totals }) => [id, totals]));
}

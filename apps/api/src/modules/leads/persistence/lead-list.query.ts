import type { Sql } from '../../../platform/database/sql.js';
import { DomainError } from '../../../platform/http/domain-error.js';
import { UUID_PATTERN } from '../../../platform/ids/uuid.js';
import { conditionOf, type LeadFilter } from './lead-filter.js';

/** Sort keys of the API and what they order by, all with the id as the last word. */
export const LEAD_SORTS = {
  '-lastActivityAt': ['l.activity_at', 'desc', 'timestamptz'],
  lastActivityAt: ['l.activity_at', 'asc', 'timestamptz'],
  '-createdAt': ['l.created_at', 'desc', 'timestamptz'],
  createdAt: ['l.created_at', 'asc', 'timestamptz'],
  '-value': ['coalesce(l.value_amount, -1)', 'desc', 'bigint'],
  '-completeness': ['l.completeness', 'desc', 'smallint'],
} as const;
export type LeadSort = keyof typeof LEAD_SORTS;

export interface LeadRow {
  id: string;
  /** The sort key as text: a JavaScript date would cut microseconds. */
  key: string;
}

/** Where a page begins. @throws invalid_cursor when it belongs to another order. */
export function cursorOf(
  sort: LeadSort,
  parts: readonly (string | null)[] | undefined,
): readonly [string, string] | undefined {
  if (!parts) return undefined;
  const [key, id] = parts;
  const form =
    LEAD_SORTS[sort][2] === 'timestamptz'
      ? /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/
      : /^-?\d{1,18}$/;
  if (!key || !id || !form.test(key) || !UUID_PATTERN.test(id))
    throw new DomainError('invalid_cursor', 400, 'This cursor does not belong to this list: start again without one.');
  return [key, id];
}

/** `limit + 1` rows, so that the extra one tells whether there is more. */
export async function leadRows(
  sql: Sql,
  filter: LeadFilter,
  page: { sort: LeadSort; limit: number; after?: readonly [string, string] },
): Promise<LeadRow[]> {
  const { text, values } = conditionOf(filter);
  const [column, direction, type] = LEAD_SORTS[page.sort];
  const sign = direction === 'desc' ? '<' : '>';
  const n = values.length;
  const beyond = page.after ? `and (${column}, l.id) ${sign} ($${n + 2}::${type}, $${n + 3}::uuid)` : '';
  return sql.rows<LeadRow>(
    `select l.id, (${column})::text as key from lead l where ${text} ${beyond} order by ${column} ${direction}, l.id ${direction} limit $${n + 1}`,
    [...values, page.limit + 1, ...(page.after ?? [])],
  );
}

export interface ColumnTotal {
  state: string;
  currency: string | null;
  count: number;
  amount: string;
}

/** All cards, not only those loaded: how many, and what they are worth in each currency. */
export async function columnTotals(sql: Sql, filter: LeadFilter): Promise<ColumnTotal[]> {
  const { text, values } = conditionOf(filter);
  return sql.rows<ColumnTotal>(
    `select l.state, l.value_currency as currency, count(*)::int as count, coalesce(sum(l.value_amount), 0)::text as amount from lead l where ${text} group by 1, 2 order by 1, 2`,
    values,
  );
}

/** Whether somebody may see this one. */
export async function maySeeLead(sql: Sql, viewer: LeadFilter['viewer'], leadId: string): Promise<boolean> {
  for (const anonymous of [false, true]) {
    const { text, values } = conditionOf({ viewer, anonymous });
    if (await sql.one(`select 1 from lead l where ${text} and l.id = $${values.length + 1}`, [...values, leadId]))
      return true;
  }
  return false;
}

export interface LeadSurroundings {
  id: string;
  unreadCount: number;
  conversationAssigneeId: string | null;
  conversationTeamId: string | null;
}

/** What a lead's conversation says: whose it is, and what is unread of it. */
export async function surroundingsOf(
  sql: Sql,
  leadIds: readonly string[],
  userId: string | null,
): Promise<Map<string, LeadSurroundings>> {
  if (leadIds.length === 0) return new Map();
  const rows = await sql.rows<LeadSurroundings>(
    `select l.id, c.assignee_id as "conversationAssigneeId", c.team_id as "conversationTeamId",
            greatest(0, c.inbound_count - greatest(c.handled_inbound, coalesce(s.seen_inbound, 0)))::int as "unreadCount"
       from lead l join conversation c on c.id = l.conversation_id
       left join conversation_seen s on s.conversation_id = c.id and s.user_id = $2
      where l.id = any($1::uuid[])`,
    [leadIds, userId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

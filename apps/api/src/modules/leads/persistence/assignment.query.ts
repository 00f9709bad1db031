import type { Sql } from '../../../platform/database/sql.js';
import type { AssignmentMode } from '../domain/choose-assignee.js';

/** Who holds a conversation, and whose queue it stands in. */
export interface ConversationPlace {
  conversationId: string;
  assigneeId: string | null;
  teamId: string | null;
}

export async function placesOf(sql: Sql, conversationIds: readonly string[]): Promise<Map<string, ConversationPlace>> {
  const rows = await sql.rows<ConversationPlace>(
    `select c.id as "conversationId", c.assignee_id as "assigneeId", coalesce(c.team_id, ch.team_id) as "teamId"
       from conversation c join channel ch on ch.id = c.channel_id where c.id = any($1::uuid[])`,
    [conversationIds],
  );
  return new Map(rows.map((row) => [row.conversationId, row]));
}

export async function assignmentMode(sql: Sql): Promise<AssignmentMode> {
  const [row] = await sql.rows<{ mode: AssignmentMode }>('select mode from lead_assignment_rule');
  return row?.mode ?? 'manual';
}

export async function setAssignmentMode(sql: Sql, mode: AssignmentMode): Promise<void> {
  await sql.rows('update lead_assignment_rule set mode = $1', [mode]);
}

/** Holds the team's turn until the transaction ends. `everybody` is the queue without a team. */
export async function lockTurn(sql: Sql, teamKey: string): Promise<string | null> {
  await sql.rows('select pg_advisory_xact_lock(hashtextextended($1, 1100))', [teamKey]);
  const [row] = await sql.rows<{ last_user_id: string }>(
    'select last_user_id from lead_assignment_turn where team_key = $1',
    [teamKey],
  );
  return row?.last_user_id ?? null;
}

export async function keepTurn(sql: Sql, teamKey: string, userId: string): Promise<void> {
  await sql.rows(
    'insert into lead_assignment_turn values ($1, $2) on conflict (team_key) do update set last_user_id = excluded.last_user_id',
    [teamKey, userId],
  );
}

/** Open leads of each. */
export async function loadOf(sql: Sql, userIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql.rows<{ id: string; load: number }>(
    `select assignee_id as id, count(*)::int as load from lead where assignee_id = any($1::uuid[]) and state not in ('won', 'lost') group by assignee_id`,
    [userIds],
  );
  return new Map(rows.map((row) => [row.id, row.load]));
}

import type { Sql } from '../../../platform/database/sql.js';
import type { Role } from '../domain/permissions.js';
import type { Presence } from '../domain/person.js';

interface Named {
  id: string;
  name: string;
}

export async function namesOfUsers(sql: Sql, ids: readonly string[]): Promise<Named[]> {
  return ids.length === 0 ? [] : sql.rows<Named>('select id, name from app_user where id = any($1::uuid[])', [ids]);
}

export async function namesOfTeams(sql: Sql, ids: readonly string[]): Promise<Named[]> {
  return ids.length === 0 ? [] : sql.rows<Named>('select id, name from team where id = any($1::uuid[])', [ids]);
}

export interface AssignableRow extends Named {
  presence: Presence;
  capacity: number;
  roles: Role[];
  teamIds: string[];
}

export async function assignableUsers(
  sql: Sql,
  teamId: string | null,
  roles: readonly string[],
): Promise<AssignableRow[]> {
  return sql.rows<AssignableRow>(
    `select u.id, u.name, u.presence, u.capacity, u.roles,
            array(select m.team_id::text from team_member m where m.user_id = u.id order by m.team_id) as "teamIds"
       from app_user u
      where u.active and u.roles && $2::text[]
        and ($1::uuid is null or exists (select 1 from team_member m where m.user_id = u.id and m.team_id = $1))
      order by u.name, u.id`,
    [teamId, roles],
  );
}

export async function userIdsOfTeam(sql: Sql, teamId: string): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    'select u.id from team_member m join app_user u on u.id = m.user_id where m.team_id = $1 and u.active order by u.id',
    [teamId],
  );
  return rows.map((row) => row.id);
}

export async function activeUserIdsWithRoles(sql: Sql, roles: readonly string[]): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    'select id from app_user where active and roles && $1::text[] order by id',
    [roles],
  );
  return rows.map((row) => row.id);
}

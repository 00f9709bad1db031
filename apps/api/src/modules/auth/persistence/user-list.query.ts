import type { Sql } from '../../../platform/database/sql.js';
import type { Role } from '../domain/permissions.js';
import type { Presence } from '../domain/person.js';

export interface UserListFilter {
  role: Role | null;
  q: string | null;
  active: boolean | null;
  teamId: string | null;
  ids: readonly string[] | null;
  after: { name: string; id: string } | null;
  limit: number;
}

export interface UserRow {
  id: string;
  name: string;
  emailSealed: string;
  roles: Role[];
  skills: string[];
  presence: Presence;
  capacity: number;
  active: boolean;
  version: number;
  createdAt: Date;
  lastSeenAt: Date | null;
  teams: { id: string; name: string }[];
}

/** By name, with their teams; one row more than `limit` when there are more. */
export function listUsers(
  sql: Sql,
  { role, q, active, teamId, ids, after, limit }: UserListFilter,
): Promise<UserRow[]> {
  return sql.rows<UserRow>(
    `select u.id, u.name, u.email_sealed as "emailSealed", u.roles, u.skills, u.presence, u.capacity, u.active, u.version,
            u.created_at as "createdAt", u.last_seen_at as "lastSeenAt",
            coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name, t.id)
                        from team_member m join team t on t.id = m.team_id where m.user_id = u.id), '[]') as teams
       from app_user u
      where ($1::text is null or $1 = any(u.roles))
        and ($2::text is null or position(plain_text($2) in plain_text(u.name)) > 0)
        and ($3::boolean is null or u.active = $3)
        and ($4::uuid is null or exists (select 1 from team_member m where m.user_id = u.id and m.team_id = $4))
        and ($5::uuid[] is null or u.id = any($5))
        and ($6::text is null or (u.name, u.id) > ($6, $7::uuid))
      order by u.name, u.id
      limit $8`,
    [role, q, active, teamId, ids, after?.name ?? null, after?.id ?? null, limit + 1],
  );
}

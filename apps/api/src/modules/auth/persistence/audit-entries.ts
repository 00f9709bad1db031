import type { Sql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids/uuid.js';
import type { Principal } from '../domain/principal.js';

export interface NewAuditEntry {
  by: Principal | 'system';
  action: string;
  target: { type: string; id: string };
  detail: Readonly<Record<string, unknown>>;
  at: Date;
}

export interface AuditRow {
  id: string;
  actorKind: 'user' | 'key' | 'system';
  actorId: string | null;
  actorName: string | null;
  address: string | null;
  action: string;
  targetType: string;
  targetId: string;
  detail: Record<string, unknown>;
  at: Date;
}

export interface AuditFilter {
  actorId: string | null;
  action: string | null;
  targetType: string | null;
  targetId: string | null;
  from: Date | null;
  to: Date | null;
  beforeId: string | null;
  limit: number;
}

export async function insertAuditEntry(sql: Sql, { by, action, target, detail, at }: NewAuditEntry): Promise<void> {
  const [kind, id, name, address] =
    by === 'system' ? ['system', null, null, null] : [by.kind, by.id, by.name, by.address ?? null];
  await sql.rows(
    `insert into audit_entry (id, actor_kind, actor_id, actor_name, address, action, target_type, target_id, detail, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)`,
    [newId(), kind, id, name, address, action, target.type, target.id, JSON.stringify(detail), at],
  );
}

/** The newest first; one row more than `limit` when there are more. */
export function listAuditEntries(sql: Sql, filter: AuditFilter): Promise<AuditRow[]> {
  return sql.rows<AuditRow>(
    `select id, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName", address, action,
            target_type as "targetType", target_id as "targetId", detail, at
       from audit_entry
      where ($1::uuid is null or actor_id = $1) and ($2::text is null or action = $2)
        and ($3::text is null or target_type = $3) and ($4::text is null or target_id = $4)
        and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)
        and ($7::uuid is null or id < $7)
      order by id desc
      limit $8`,
    [
      filter.actorId,
      filter.action,
      filter.targetType,
      filter.targetId,
      filter.from,
      filter.to,
      filter.beforeId,
      filter.limit + 1,
    ],
  );
}

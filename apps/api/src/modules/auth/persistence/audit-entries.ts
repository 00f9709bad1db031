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

export async function insertAuditEntry(sql: Sql, { by, action, target, detail, at }: NewAuditEntry): Promise<void> {
  const [kind, id, name] = by === 'system' ? ['system', null, null] : [by.kind, by.id, by.name];
  await sql.rows(
    `insert into audit_entry (id, actor_kind, actor_id, actor_name, action, target_type, target_id, detail, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)`,
    [newId(), kind, id, name, action, target.type, target.id, JSON.stringify(detail), at],
  );
}

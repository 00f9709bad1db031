import type { AuditRow } from '../persistence/audit-entries.js';
import type { AuditEntryView } from './audit.dto.js';

export const presentAuditEntry = ({
  id,
  actorKind,
  actorId,
  actorName,
  address,
  action,
  targetType,
  targetId,
  detail,
  at,
}: AuditRow): AuditEntryView => ({
  id,
  actor: { kind: actorKind, id: actorId, name: actorName, address },
  action,
  target: { type: targetType, id: targetId },
  detail,
  at: at.toISOString(),
});

import type { Session } from '../persistence/session.entity.js';
import type { SessionView } from './auth.dto.js';

export const presentSession = (
  { id, address, userAgent, createdAt, lastUsedAt }: Session,
  currentId: string,
): SessionView => ({
  id,
  current: id === currentId,
  address,
  userAgent,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt.toISOString(),
});

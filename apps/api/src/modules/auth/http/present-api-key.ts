import type { ApiKey } from '../persistence/api-key.entity.js';
import type { ApiKeyView } from './api-keys.dto.js';

/** Everything but the hash. */
export const presentApiKey = ({
  id,
  name,
  hint,
  scopes,
  createdBy,
  createdAt,
  expiresAt,
  revokedAt,
  lastUsedAt,
}: ApiKey): ApiKeyView => ({
  id,
  name,
  hint,
  scopes,
  createdBy,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

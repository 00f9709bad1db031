/** The cache keys of the settings. */
export const settingsKeys = {
  sessions: ['settings-sessions'] as const,
  channels: ['settings-channels'] as const,
  problems: ['settings-problems'] as const,
  webhooks: ['settings-webhooks'] as const,
  webhook: (id: string) => ['settings-webhooks', 'one', id] as const,
  users: ['settings-users'] as const,
  teams: ['settings-teams'] as const,
  assignment: ['settings-assignment'] as const,
  apiKeys: ['settings-api-keys'] as const,
  status: ['settings-status'] as const,
  config: ['settings-config'] as const,
  audit: ['settings-audit'] as const,
};

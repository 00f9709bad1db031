/** What the audit trail names so far; others are shown as they come. */
export const AUDIT_ACTIONS = [
  'session.opened',
  'session.ended',
  'password.changed',
  'user.created',
  'user.changed',
  'team.created',
  'team.changed',
  'team.removed',
  'api-key.created',
  'api-key.revoked',
  'channel.opened',
  'channel.changed',
  'channel.tested',
  'webhook-event.replayed',
  'settings.changed',
  'sandbox-clock.moved',
  'link.created',
  'link.changed',
  'link.archived',
  'link.restored',
  'link.deleted',
] as const;

/** The key of an action's words: `api-key.created` is `apiKeyCreated`. */
export const auditKey = (action: string): string =>
  action.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase());

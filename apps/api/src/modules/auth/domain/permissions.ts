/** Everything a route may ask for. A key's scopes are taken from the same list. */
export const PERMISSIONS = [
  'conversations:read',
  'conversations:read-all',
  'conversations:write',
  'messages:send',
  'leads:read',
  'leads:read-all',
  'leads:write',
  'links:read',
  'links:write',
  'contacts:read',
  'contacts:write',
  'catalogue:read',
  'catalogue:write',
  'templates:read',
  'templates:write',
  'campaigns:read',
  'campaigns:run',
  'analytics:read',
  'channels:manage',
  'users:manage',
  'keys:manage',
  'settings:manage',
  'audit:read',
  'assistant:use',
  'assistant:manage',
  'webhook-events:read',
  'system:read',
  'simulator:use',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['admin', 'supervisor', 'advisor', 'marketing'] as const;

export type Role = (typeof ROLES)[number];

const KEPT_FROM_SUPERVISORS: readonly Permission[] = ['users:manage', 'keys:manage', 'channels:manage'];

/** Who may do what: the one table. */
export const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  admin: PERMISSIONS,
  supervisor: PERMISSIONS.filter((permission) => !KEPT_FROM_SUPERVISORS.includes(permission)),
  advisor: [
    'conversations:read',
    'conversations:write',
    'messages:send',
    'leads:read',
    'leads:write',
    'contacts:read',
    'contacts:write',
    'links:read',
    'templates:read',
    'catalogue:read',
    'assistant:use',
    'simulator:use',
  ],
  marketing: [
    'links:read',
    'links:write',
    'templates:read',
    'templates:write',
    'campaigns:read',
    'campaigns:run',
    'analytics:read',
    'contacts:read',
    'contacts:write',
    'catalogue:read',
    'conversations:read',
    'leads:read',
    'simulator:use',
  ],
};

/** The union of what the roles grant. */
export const permissionsOf = (roles: readonly Role[]): ReadonlySet<Permission> =>
  new Set(roles.flatMap((role) => GRANTS[role]));

export const isPermission = (text: string): text is Permission => (PERMISSIONS as readonly string[]).includes(text);

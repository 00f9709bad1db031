import { describe, expect, it } from '@jest/globals';
import { GRANTS, isPermission, PERMISSIONS, permissionsOf, ROLES, type Permission } from './permissions.js';

/** Written out by hand, apart from the code: a = admin, s = supervisor, v = advisor, m = marketing. */
const EXPECTED: Readonly<Record<Permission, string>> = {
  'conversations:read': 'asvm',
  'conversations:read-all': 'as',
  'conversations:write': 'asv',
  'messages:send': 'asv',
  'leads:read': 'asvm',
  'leads:read-all': 'as',
  'leads:write': 'asv',
  'links:read': 'asvm',
  'links:write': 'asm',
  'contacts:read': 'asvm',
  'contacts:write': 'asvm',
  'catalogue:read': 'asvm',
  'catalogue:write': 'as',
  'templates:read': 'asvm',
  'templates:write': 'asm',
  'campaigns:read': 'asm',
  'campaigns:run': 'asm',
  'analytics:read': 'asm',
  'channels:manage': 'a',
  'users:manage': 'a',
  'keys:manage': 'a',
  'settings:manage': 'as',
  'audit:read': 'as',
  'assistant:use': 'asv',
  'assistant:manage': 'as',
  'webhook-events:read': 'as',
  'system:read': 'as',
  'simulator:use': 'asvm',
};
const LETTERS = { admin: 'a', supervisor: 's', advisor: 'v', marketing: 'm' } as const;

describe('who may do what', () => {
  const cases = PERMISSIONS.flatMap((permission) =>
    ROLES.map((role) => ({ permission, role, granted: EXPECTED[permission].includes(LETTERS[role]) })),
  );

  it.each(cases)('$role · $permission: $granted', ({ permission, role, granted }) => {
    expect(GRANTS[role].includes(permission)).toBe(granted);
    expect(permissionsOf([role]).has(permission)).toBe(granted);
  });

  it('names every permission once, and no role grants one that is not named', () => {
    expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length);
    expect(Object.keys(EXPECTED).sort()).toEqual([...PERMISSIONS].sort());
    for (const role of ROLES) expect(GRANTS[role].filter((permission) => !isPermission(permission))).toEqual([]);
  });

  it('adds the roles of a person together', () => {
    const both = permissionsOf(['advisor', 'marketing']);
    expect(both.has('messages:send')).toBe(true);
    expect(both.has('campaigns:run')).toBe(true);
    expect(both.has('conversations:read-all')).toBe(false);
    expect(permissionsOf([]).size).toBe(0);
  });
});

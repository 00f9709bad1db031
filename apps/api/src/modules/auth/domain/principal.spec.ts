import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS, permissionsOf, ROLES } from './permissions.js';
import { can, hasRole, type Principal } from './principal.js';

const person = (...roles: (typeof ROLES)[number][]): Principal => ({
  kind: 'user',
  id: 'u',
  name: 'Paula',
  roles,
  teamIds: [],
  permissions: permissionsOf(roles),
});

describe('who asks', () => {
  it.each(ROLES)('a person who is %s has that role and no other', (role) => {
    expect(ROLES.filter((other) => hasRole(person(role), other))).toEqual([role]);
  });

  it('a key has no role, whatever it may', () => {
    const key: Principal = { kind: 'key', id: 'k', name: 'ERP', permissions: new Set(PERMISSIONS) };
    expect(ROLES.filter((role) => hasRole(key, role))).toEqual([]);
    expect(PERMISSIONS.every((permission) => can(key, permission))).toBe(true);
  });

  it('may what is granted, and nothing when nothing is', () => {
    expect(PERMISSIONS.filter((permission) => can(person(), permission))).toEqual([]);
    expect(PERMISSIONS.filter((permission) => can(person('admin'), permission))).toEqual([...PERMISSIONS]);
    expect(can(person('advisor'), 'messages:send')).toBe(true);
    expect(can(person('marketing'), 'messages:send')).toBe(false);
  });
});

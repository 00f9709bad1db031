import type { Permission, Role } from './permissions.js';

/** A signed-in person. */
export interface UserPrincipal {
  readonly kind: 'user';
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teamIds: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
}

/** Another system, by its API key. */
export interface KeyPrincipal {
  readonly kind: 'key';
  readonly id: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
}

export type Principal = UserPrincipal | KeyPrincipal;

export const can = (principal: Principal, permission: Permission): boolean => principal.permissions.has(permission);

export const hasRole = (principal: Principal, role: Role): boolean => principal.kind === 'user' && principal.roles.includes(role);

import type { Permission, Role } from './permissions.js';

/** A signed-in person. */
export interface UserPrincipal {
  readonly kind: 'user';
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teamIds: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  /** Where the request came from, for the audit. */
  readonly address?: string;
}

/** Another system, by its API key. */
export interface KeyPrincipal {
  readonly kind: 'key';
  readonly id: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  /** Where the request came from, for the audit. */
  readonly address?: string;
}

export type Principal = UserPrincipal | KeyPrincipal;

export const can = (principal: Principal, permission: Permission): boolean => principal.permissions.has(permission);

export const hasRole = (principal: Principal, role: Role): boolean =>
  principal.kind === 'user' && principal.roles.includes(role);

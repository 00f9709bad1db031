import type { Role } from './permissions.js';

export interface UserAccess {
  active: boolean;
  roles: readonly Role[];
}

export interface AccessChange {
  before: UserAccess;
  after: UserAccess;
  /** Whether somebody changes themself. */
  self: boolean;
  passwordReset: boolean;
  /** Active administrators other than this one. */
  otherAdministrators: number;
}

export type AccessVerdict =
  | { kind: 'refused'; code: 'last_administrator' | 'not_yourself'; detail: string }
  /** `endSessions`: what they could do has changed, so they sign in again. */
  | { kind: 'allowed'; endSessions: boolean };

/** Somebody must always be able to let others in. */
export function decideAccessChange({
  before,
  after,
  self,
  passwordReset,
  otherAdministrators,
}: AccessChange): AccessVerdict {
  const administers = (user: UserAccess): boolean => user.active && user.roles.includes('admin');
  if (self && before.active && !after.active)
    return {
      kind: 'refused',
      code: 'not_yourself',
      detail: 'You cannot deactivate yourself: ask another administrator.',
    };
  if (administers(before) && !administers(after) && otherAdministrators === 0)
    return {
      kind: 'refused',
      code: 'last_administrator',
      detail: 'This is the last administrator. Make somebody else one first.',
    };
  const sameRoles =
    before.roles.length === after.roles.length && before.roles.every((role) => after.roles.includes(role));
  return { kind: 'allowed', endSessions: passwordReset || !sameRoles || (before.active && !after.active) };
}

import type { Permission } from '../../../app/permission';

export interface ScopeGroup {
  area: string;
  scopes: Permission[];
}

/** Scopes by what they are about, in the order given: `leads:read` and `leads:write` stand together. */
export function scopeGroups(scopes: readonly Permission[]): ScopeGroup[] {
  const groups = new Map<string, Permission[]>();
  for (const scope of scopes) {
    const [area = scope] = scope.split(':');
    groups.set(area, [...(groups.get(area) ?? []), scope]);
  }
  return [...groups].map(([area, inside]) => ({ area, scopes: inside }));
}

/** What a scope allows, without the area: `read-all`. */
export const deedOf = (scope: string): string => scope.split(':')[1] ?? scope;

const DAY_MS = 86_400_000;
export const LIFETIMES = ['30', '90', '365', 'never'] as const;
export type Lifetime = (typeof LIFETIMES)[number];

/** When a key made now ends; undefined: never. */
export const expiryOf = (lifetime: Lifetime, now: number): string | undefined =>
  lifetime === 'never' ? undefined : new Date(now + Number(lifetime) * DAY_MS).toISOString();

export interface KeyState {
  expiresAt: string | null;
  revokedAt: string | null;
}

export function keyState({ expiresAt, revokedAt }: KeyState, now: number): 'active' | 'revoked' | 'expired' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'expired' : 'active';
}

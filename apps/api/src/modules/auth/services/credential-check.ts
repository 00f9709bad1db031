import { Injectable } from '@nestjs/common';
import { RateLimit } from '../../../platform/rate-limit/rate-limit.js';
import type { User } from '../persistence/user.entity.js';
import { Users } from '../persistence/users.repository.js';
import { Emails } from './emails.js';
import { Passwords } from './passwords.js';

const WINDOW_MS = 15 * 60_000;
export const TRIES_PER_ACCOUNT = 10;
export const TRIES_PER_ADDRESS = 60;

export type CredentialVerdict =
  { kind: 'matches'; user: User } | { kind: 'refused' } | { kind: 'throttled'; retryAfterS: number };

/** Counts tries before it looks, so that a refused try costs nothing and tells nothing. */
@Injectable()
export class CredentialCheck {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly emails: Emails,
    private readonly limit: RateLimit,
  ) {}

  async check(email: string, password: string, address: string): Promise<CredentialVerdict> {
    const emailIndex = this.emails.index(email);
    const throttled = await this.throttle([
      [`sign-in:account:${emailIndex}`, TRIES_PER_ACCOUNT],
      [`sign-in:address:${address}`, TRIES_PER_ADDRESS],
    ]);
    if (throttled) return throttled;
    const user = await this.users.byEmailIndex(emailIndex);
    const matches = await this.passwords.matches(user?.passwordHash, password);
    if (!user || !matches || !user.active) return { kind: 'refused' };
    await this.limit.reset(`sign-in:account:${emailIndex}`);
    return { kind: 'matches', user };
  }

  /** Somebody who is signed in says their password again: a stolen session must not guess it. */
  async confirm(user: User, password: string): Promise<CredentialVerdict> {
    const throttled = await this.throttle([[`sign-in:confirm:${user.id}`, TRIES_PER_ACCOUNT]]);
    if (throttled) return throttled;
    if (!(await this.passwords.matches(user.passwordHash, password))) return { kind: 'refused' };
    await this.limit.reset(`sign-in:confirm:${user.id}`);
    return { kind: 'matches', user };
  }

  private async throttle(
    counters: readonly (readonly [key: string, limit: number])[],
  ): Promise<{ kind: 'throttled'; retryAfterS: number } | undefined> {
    const counted = await Promise.all(counters.map(([key, limit]) => this.limit.count(key, limit, WINDOW_MS)));
    const waits = counted.filter((allowance) => !allowance.allowed).map((allowance) => allowance.resetS);
    return waits.length > 0 ? { kind: 'throttled', retryAfterS: Math.max(...waits) } : undefined;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Config } from '../../../platform/config/config.js';
import { isPermission, permissionsOf } from '../domain/permissions.js';
import type { Principal } from '../domain/principal.js';
import { apiKeyHash, looksLikeApiKey, sessionTokenHash } from '../domain/secret-tokens.js';
import { isLive, needsTouch } from '../domain/session-life.js';
import { ApiKeyRows } from '../persistence/api-keys.repository.js';
import { SessionRows } from '../persistence/sessions.repository.js';

export interface Credentials {
  /** A key wins over a session. */
  apiKey?: string | undefined;
  sessionToken?: string | undefined;
  address: string;
  /** False: only look, without keeping the session alive. */
  asUse?: boolean;
}

export interface Authenticated {
  principal: Principal;
  sessionId?: string;
}

/** Asks the database each time: who has left, or whose key was revoked, is out at once. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly sessions: SessionRows,
    private readonly keys: ApiKeyRows,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async authenticate({ apiKey, sessionToken, address, asUse = true }: Credentials): Promise<Authenticated | undefined> {
    if (apiKey !== undefined) return this.byKey(apiKey, address, asUse);
    return sessionToken === undefined ? undefined : this.bySession(sessionToken, address, asUse);
  }

  private async bySession(token: string, address: string, asUse: boolean): Promise<Authenticated | undefined> {
    const session = await this.sessions.byTokenHash(sessionTokenHash(token, this.config.secrets.sessionSecret));
    const now = this.clock.now();
    if (!session || !isLive(session, now)) return undefined;
    if (asUse && needsTouch(session.lastUsedAt, now)) await this.sessions.touch(session.id, session.userId, now);
    const { userId, name, roles, teamIds } = session;
    return {
      principal: { kind: 'user', id: userId, name, roles, teamIds, permissions: permissionsOf(roles), address },
      sessionId: session.id,
    };
  }

  private async byKey(key: string, address: string, asUse: boolean): Promise<Authenticated | undefined> {
    if (!looksLikeApiKey(key)) return undefined;
    const now = this.clock.now();
    const found = await this.keys.usable(apiKeyHash(key), now);
    if (!found) return undefined;
    if (asUse && needsTouch(found.lastUsedAt, now)) await this.keys.touch(found.id, now);
    return {
      principal: {
        kind: 'key',
        id: found.id,
        name: found.name,
        permissions: new Set(found.scopes.filter(isPermission)),
        address,
      },
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Config } from '../../../platform/config/config.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { newSessionToken, sessionTokenHash } from '../domain/secret-tokens.js';
import { SessionRows } from '../persistence/sessions.repository.js';
import type { User } from '../persistence/user.entity.js';
import { AuditTrail } from './audit-trail.js';
import { Presences } from './presences.js';

const LONGEST_AGENT = 300;

@Injectable()
export class OpenSession {
  constructor(
    private readonly transaction: Transaction,
    private readonly sessions: SessionRows,
    private readonly presences: Presences,
    private readonly audit: AuditTrail,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async open(
    user: User,
    address: string,
    userAgent: string,
  ): Promise<{ token: string; userId: string; sessionId: string }> {
    const token = newSessionToken();
    const now = this.clock.now();
    const sessionId = newId();
    await this.transaction.run(async () => {
      await this.sessions.insert({
        id: sessionId,
        tokenHash: sessionTokenHash(token, this.config.secrets.sessionSecret),
        userId: user.id,
        address,
        userAgent: userAgent.slice(0, LONGEST_AGENT),
        createdAt: now,
        lastUsedAt: now,
      });
      if (user.presence === 'offline') await this.presences.set(user.id, 'online');
      await this.audit.record(
        { kind: 'user', id: user.id, name: user.name, roles: user.roles, teamIds: [], permissions: new Set(), address },
        'session.opened',
        { type: 'session', id: sessionId },
      );
    });
    return { token, userId: user.id, sessionId };
  }
}

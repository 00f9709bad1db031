import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { notFound } from '../../../platform/http/domain-error.js';
import type { UserPrincipal } from '../domain/principal.js';
import { isLive } from '../domain/session-life.js';
import type { Session } from '../persistence/session.entity.js';
import { SessionRows } from '../persistence/sessions.repository.js';
import { AuditTrail } from './audit-trail.js';
import { EndSessions } from './end-sessions.js';
import { Presences } from './presences.js';

/** A person's own sessions. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly rows: SessionRows,
    private readonly endSessions: EndSessions,
    private readonly presences: Presences,
    private readonly audit: AuditTrail,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async list(user: UserPrincipal): Promise<Session[]> {
    return (await this.rows.ofUser(user.id)).filter((session) => isLive(session, this.clock.now()));
  }

  /** @throws DomainError `not_found`, also for somebody else's. */
  async revoke(user: UserPrincipal, sessionId: string): Promise<void> {
    await this.transaction.run(async () => {
      if (!(await this.endSessions.one(user.id, sessionId))) throw notFound('session');
      await this.audit.record(user, 'session.ended', { type: 'session', id: sessionId });
    });
  }

  /** With the last session goes the person. */
  async signOut(user: UserPrincipal, sessionId: string): Promise<void> {
    await this.transaction.run(async () => {
      await this.revoke(user, sessionId);
      if ((await this.list(user)).length === 0) await this.presences.set(user.id, 'offline');
    });
  }
}

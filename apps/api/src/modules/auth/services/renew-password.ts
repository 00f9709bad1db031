import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { notFound, staleVersion } from '../../../platform/http/domain-error.js';
import type { UserPrincipal } from '../domain/principal.js';
import { Users } from '../persistence/users.repository.js';
import { AuditTrail } from './audit-trail.js';
import { EndSessions } from './end-sessions.js';
import { Passwords } from './passwords.js';

@Injectable()
export class RenewPassword {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
    private readonly endSessions: EndSessions,
    private readonly transaction: Transaction,
  ) {}

  async renew(by: UserPrincipal, sessionId: string | undefined, password: string): Promise<number> {
    const passwordHash = await this.passwords.hash(password);
    return this.transaction.run(async () => {
      const user = await this.users.byId(by.id);
      if (!user) throw notFound('user');
      if ((await this.users.update(Object.assign(user, { passwordHash }))) !== 'done')
        throw staleVersion(user.version + 1);
      await this.audit.record(by, 'password.changed', { type: 'user', id: by.id });
      return this.endSessions.othersOfUser(by.id, sessionId);
    });
  }
}

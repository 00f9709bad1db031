import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { DomainError, notFound, staleVersion } from '../../../platform/http/domain-error.js';
import { emailTaken, unknownTeam, weakPassword } from '../auth.errors.js';
import { judgePassword } from '../domain/password-rules.js';
import type { Principal } from '../domain/principal.js';
import { decideAccessChange } from '../domain/user-change.js';
import type { User } from '../persistence/user.entity.js';
import { Users } from '../persistence/users.repository.js';
import { AuditTrail } from './audit-trail.js';
import type { NewUser } from './create-user.js';
import { Emails } from './emails.js';
import { EndSessions } from './end-sessions.js';
import { Passwords } from './passwords.js';

export type UserChange = Partial<NewUser> & { active?: boolean };

@Injectable()
export class ChangeUser {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly emails: Emails,
    private readonly audit: AuditTrail,
    private readonly endSessions: EndSessions,
    private readonly transaction: Transaction,
  ) {}

  /** Other rights or another password end the user's sessions; other teams re-admit their sockets. */
  async change(by: Principal, id: string, version: number | undefined, change: UserChange): Promise<void> {
    await this.transaction.run(async () => {
      await this.users.lockAdministrators();
      const user = await this.users.byId(id);
      if (!user) throw notFound('user');
      if (version !== undefined && version !== user.version) throw staleVersion(user.version);
      const verdict = await this.decide(by, user, change);
      await this.write(user, change);
      if (change.teamIds && !(await this.users.putInTeams(id, change.teamIds))) throw unknownTeam();
      if (verdict.endSessions) await this.endSessions.ofUser(id);
      else if (change.teamIds) this.endSessions.readmit(id);
      await this.audit.record(
        by,
        actionOf(change),
        { type: 'user', id },
        { fields: fieldsOf(change), ...(change.roles && { roles: [...change.roles] }) },
      );
    });
  }

  private async decide(by: Principal, user: User, change: UserChange): Promise<{ endSessions: boolean }> {
    const others = (await this.users.administrators()).filter(({ id }) => id !== user.id).length;
    const verdict = decideAccessChange({
      before: user,
      after: { active: change.active ?? user.active, roles: change.roles ?? user.roles },
      self: by.id === user.id,
      passwordReset: change.password !== undefined,
      otherAdministrators: others,
    });
    if (verdict.kind === 'refused') throw new DomainError(verdict.code, 409, verdict.detail);
    return verdict;
  }

  private async write(
    user: User,
    { name, email, password, roles, skills, capacity, active }: UserChange,
  ): Promise<void> {
    if (name !== undefined) user.name = name.trim();
    if (email !== undefined)
      Object.assign(user, { emailSealed: this.emails.seal(email), emailIndex: this.emails.index(email) });
    if (roles !== undefined) user.roles = [...new Set(roles)];
    if (skills !== undefined) user.skills = [...new Set(skills)];
    if (capacity !== undefined) user.capacity = capacity;
    if (active !== undefined) user.active = active;
    if (active === false) user.presence = 'offline';
    if (password !== undefined) {
      const verdict = judgePassword(password, { email: this.emails.open(user.emailSealed), name: user.name });
      if (!verdict.ok) throw weakPassword('/password', verdict.reason);
      user.passwordHash = await this.passwords.hash(password);
    }
    const outcome = await this.users.update(user);
    if (outcome === 'taken') throw emailTaken();
    if (outcome === 'stale') throw staleVersion(user.version + 1);
  }
}

function actionOf({ active }: UserChange): string {
  if (active === undefined) return 'user.changed';
  return active ? 'user.activated' : 'user.deactivated';
}

const fieldsOf = (change: UserChange): string[] =>
  Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]));

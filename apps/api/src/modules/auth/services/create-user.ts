import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { emailTaken, unknownTeam, weakPassword } from '../auth.errors.js';
import { judgePassword } from '../domain/password-rules.js';
import type { Role } from '../domain/permissions.js';
import type { Principal } from '../domain/principal.js';
import { Users } from '../persistence/users.repository.js';
import { AuditTrail } from './audit-trail.js';
import { Emails } from './emails.js';
import { Passwords } from './passwords.js';

export interface NewUser {
  name: string;
  email: string;
  password: string;
  roles: readonly Role[];
  teamIds?: readonly string[];
  skills?: readonly string[];
  /** Open conversations at once; 20 when not given. */
  capacity?: number;
}

const USUAL_CAPACITY = 20;

@Injectable()
export class CreateUser {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly emails: Emails,
    private readonly audit: AuditTrail,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Returns the new id. @throws DomainError `validation_failed` (weak password, unknown team), `email_taken`. */
  async create(by: Principal | 'system', user: NewUser): Promise<string> {
    const verdict = judgePassword(user.password, user);
    if (!verdict.ok) throw weakPassword('/password', verdict.reason);
    return this.add(by, user);
  }

  /** The same with a password that the operator has chosen, whatever it is. */
  async add(
    by: Principal | 'system',
    { name, email, password, roles, teamIds = [], skills = [], capacity = USUAL_CAPACITY }: NewUser,
  ): Promise<string> {
    const passwordHash = await this.passwords.hash(password);
    const id = newId();
    await this.transaction.run(async () => {
      const inserted = await this.users.insert({
        id,
        name: name.trim(),
        emailSealed: this.emails.seal(email),
        emailIndex: this.emails.index(email),
        passwordHash,
        roles: [...new Set(roles)],
        skills: [...new Set(skills)],
        presence: 'offline',
        capacity,
        active: true,
        preferences: {},
        version: 1,
        createdAt: this.clock.now(),
        lastSeenAt: null,
      });
      if (!inserted) throw emailTaken();
      if (!(await this.users.putInTeams(id, teamIds))) throw unknownTeam();
      await this.audit.record(by, 'user.created', { type: 'user', id }, { roles: [...roles], teamIds: [...teamIds] });
    });
    return id;
  }
}

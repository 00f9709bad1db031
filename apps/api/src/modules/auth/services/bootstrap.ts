import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { Users } from '../persistence/users.repository.js';
import { CreateUser } from './create-user.js';
import { Emails } from './emails.js';

export interface FirstAdministrator {
  email: string;
  /** Null when an administrator was there already: nobody knows it but them. */
  password: string | null;
  created: boolean;
}

/** The first person of an empty installation. */
@Injectable()
export class Bootstrap {
  constructor(
    private readonly users: Users,
    private readonly createUser: CreateUser,
    private readonly emails: Emails,
    private readonly transaction: Transaction,
  ) {}

  /** Creates an administrator unless there is one; a password that is not given is made up. Safe to call from several processes at once. */
  async ensureAdministrator(email: string, password: string | null): Promise<FirstAdministrator> {
    return this.transaction.run(async () => {
      await this.users.lockAdministrators();
      const [eldest] = await this.users.administrators();
      if (eldest) return { email: this.emails.open(eldest.emailSealed), password: null, created: false };
      const chosen = password ?? randomBytes(12).toString('base64url');
      await this.createUser.add('system', { name: 'Administración', email, password: chosen, roles: ['admin'] });
      return { email, password: chosen, created: true };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { initialsOf } from '../domain/person.js';
import { can, type Principal } from '../domain/principal.js';
import type { UserRow } from '../persistence/user-list.query.js';
import { Emails } from '../services/emails.js';
import type { UserView } from './users.dto.js';

@Injectable()
export class UserPresenter {
  constructor(private readonly emails: Emails) {}

  present({ emailSealed, createdAt, lastSeenAt, ...row }: UserRow, reader: Principal): UserView {
    return {
      ...row,
      initials: initialsOf(row.name),
      email: can(reader, 'users:manage') ? this.emails.open(emailSealed) : null,
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { notFound } from '../../../platform/http/domain-error.js';
import { permissionsOf, type Permission, type Role } from '../domain/permissions.js';
import type { Presence } from '../domain/person.js';
import { initialsOf } from '../domain/person.js';
import { preferencesFrom, type Preferences } from '../domain/preferences.js';
import { Users } from '../persistence/users.repository.js';
import { Emails } from './emails.js';
import { People } from './people.js';
import { Presences } from './presences.js';

export interface Me {
  id: string;
  name: string;
  initials: string;
  email: string;
  roles: Role[];
  permissions: Permission[];
  teams: { id: string; name: string }[];
  presence: Presence;
  preferences: Preferences;
}

/** What a person sees and sets about themself. */
@Injectable()
export class Profile {
  constructor(
    private readonly users: Users,
    private readonly people: People,
    private readonly emails: Emails,
    private readonly presences: Presences,
    private readonly transaction: Transaction,
  ) {}

  async of(userId: string): Promise<Me> {
    const user = await this.users.byId(userId);
    if (!user) throw notFound('user');
    const teams = await this.people.teamsByIds(await this.users.teamIdsOf(userId));
    return {
      id: user.id,
      name: user.name,
      initials: initialsOf(user.name),
      email: this.emails.open(user.emailSealed),
      roles: user.roles,
      permissions: [...permissionsOf(user.roles)],
      teams: [...teams.values()],
      presence: user.presence,
      preferences: preferencesFrom(user.preferences),
    };
  }

  async change(
    userId: string,
    { presence, preferences }: { presence?: Presence; preferences?: Partial<Preferences> },
  ): Promise<Me> {
    return this.transaction.run(async () => {
      if (presence) await this.presences.set(userId, presence);
      if (preferences) await this.keep(userId, preferences);
      return this.of(userId);
    });
  }

  private async keep(userId: string, preferences: Partial<Preferences>): Promise<void> {
    if (!(await this.users.mergePreferences(userId, preferences))) throw notFound('user');
  }
}

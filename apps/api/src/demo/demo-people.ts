import { Injectable } from '@nestjs/common';
import { CreateUser, Teams, type Role } from '../modules/auth/index.js';
import { demoRows } from './demo-rows.js';
import type { DemoUser } from './history/demo-cast.js';

interface DemoPerson {
  name: string;
  email: string;
  roles: Role[];
}

/** The password of every demo person but the administrator; printed nowhere else and only ever set on a demo installation. */
const DEMO_PASSWORD = 'demo-hilo-2026';

@Injectable()
export class DemoPeople {
  constructor(
    private readonly users: CreateUser,
    private readonly teams: Teams,
  ) {}

  /** @returns who works there, and the team that answers */
  async load(): Promise<{ users: DemoUser[]; teamId: string }> {
    const users: DemoUser[] = [];
    for (const person of demoRows<DemoPerson>('people')) {
      const id = await this.users.add('system', { ...person, password: DEMO_PASSWORD });
      users.push({ id, key: person.email.split('@')[0] ?? '', name: person.name, roles: person.roles });
    }
    const advisors = users.filter(({ roles }) => roles.includes('advisor'));
    return {
      users,
      teamId: (
        await this.teams.create(
          'system',
          'Ventas',
          advisors.map(({ id }) => id),
        )
      ).id,
    };
  }
}

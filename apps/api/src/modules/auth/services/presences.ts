import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { RealtimePublisher } from '../../../platform/realtime/realtime-publisher.js';
import type { Presence } from '../domain/person.js';
import { Users } from '../persistence/users.repository.js';

/** Who is there: kept with the user, told to everybody who is signed in. */
@Injectable()
export class Presences {
  constructor(
    private readonly users: Users,
    private readonly transaction: Transaction,
    private readonly realtime: RealtimePublisher,
  ) {}

  async set(userId: string, presence: Presence): Promise<void> {
    await this.transaction.run(async () => {
      if (!(await this.users.setPresence(userId, presence))) return;
      this.transaction.afterCommit(() => this.realtime.emitVolatile(['everyone'], 'presence', { userId, presence }));
    });
  }
}

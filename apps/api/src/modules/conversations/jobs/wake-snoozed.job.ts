import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Job, type WorkerJob } from '../../../platform/jobs/worker-job.js';
import { ConversationChanges } from '../persistence/conversation-changes.js';
import { ChangeConversation } from '../services/change-conversation.js';

/** A snoozed conversation opens again when its time has come. */
@Injectable()
@Job({})
export class WakeSnoozedJob implements WorkerJob {
  readonly name = 'wake-snoozed';
  readonly sweepMs = 5000;

  constructor(
    private readonly changes: ConversationChanges,
    private readonly tell: ChangeConversation,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  run(): Promise<number> {
    return this.transaction.run(async () => {
      const woken = await this.changes.wake(this.clock.now());
      for (const row of woken) await this.tell.tell(row.id, 'status', null, row);
      return woken.length;
    });
  }
}

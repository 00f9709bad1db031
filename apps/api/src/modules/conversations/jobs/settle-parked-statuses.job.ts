import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Job, type WorkerJob } from '../../../platform/jobs/worker-job.js';
import { StatusRows } from '../persistence/status-rows.js';
import { type ReactionItem, ReceiveRevisions, type RevisionItem } from '../services/receive-revisions.js';
import { type StatusItem, UpdateMessageStatuses } from '../services/update-message-statuses.js';

const BATCH = 200;
const KEEP_MS = 24 * 3_600_000;

/** What overtook its message (a status our own commit, an unsend the message itself) is applied as soon as that is known; strangers are forgotten after a day. */
@Injectable()
@Job({})
export class SettleParkedStatusesJob implements WorkerJob {
  readonly name = 'settle-parked-statuses';
  readonly sweepMs = 5000;

  constructor(
    private readonly rows: StatusRows,
    private readonly statuses: UpdateMessageStatuses,
    private readonly revisions: ReceiveRevisions,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  run(): Promise<number> {
    return this.transaction.run(async () => {
      const found = await this.rows.unpark(BATCH, new Date(this.clock.now().getTime() - KEEP_MS));
      const items = found.map(({ event }) => event as StatusItem | ReactionItem | RevisionItem);
      await this.statuses.update(items.filter((item): item is StatusItem => item.event.kind === 'status'));
      await this.revisions.react(items.filter((item): item is ReactionItem => item.event.kind === 'message'));
      await this.revisions.revise(items.filter((item): item is RevisionItem => item.event.kind === 'revision'));
      return found.length;
    });
  }
}

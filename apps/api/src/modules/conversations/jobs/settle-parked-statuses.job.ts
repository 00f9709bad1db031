import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Job, type WorkerJob } from '../../../platform/jobs/worker-job.js';
import { StatusRows } from '../persistence/status-rows.js';
import { type StatusItem, UpdateMessageStatuses } from '../services/update-message-statuses.js';

const BATCH = 200;
const KEEP_MS = 24 * 3_600_000;

/** Statuses that overtook our own commit are applied as soon as their message is known; strangers are forgotten after a day. */
@Injectable()
@Job({})
export class SettleParkedStatusesJob implements WorkerJob {
  readonly name = 'settle-parked-statuses';
  readonly sweepMs = 5000;

  constructor(
    private readonly rows: StatusRows,
    private readonly statuses: UpdateMessageStatuses,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  run(): Promise<number> {
    return this.transaction.run(async () => {
      const found = await this.rows.unpark(BATCH, new Date(this.clock.now().getTime() - KEEP_MS));
      await this.statuses.update(found.map(({ event }) => event as StatusItem));
      return found.length;
    });
  }
}

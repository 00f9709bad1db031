import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { isTransient } from '../../../platform/database/transient-failure.js';
import { Job, type WorkerJob } from '../../../platform/jobs/worker-job.js';
import { faultWords } from '../../../platform/logging/fault-words.js';
import { INBOUND_JOB, InboundQueue, type InboundItem } from '../../channels/index.js';
import { ReceiveBatch } from '../services/receive-batch.js';

const BATCH = 500;

/** Empties the inbox: a batch a transaction; an event that cannot be digested is found by going one at a time, and set aside. */
@Injectable()
@Job({})
export class ReceiveMessagesJob implements WorkerJob {
  readonly name = INBOUND_JOB;
  readonly sweepMs = 1000;
  private readonly logger = new Logger('receive');
  /** After a failed batch: so many are taken one by one. */
  private careful = 0;
  private waited = 0;

  constructor(
    private readonly queue: InboundQueue,
    private readonly batch: ReceiveBatch,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  behindMs(): number {
    return this.waited;
  }

  async run(): Promise<number> {
    const size = this.careful > 0 ? 1 : BATCH;
    let claimed: InboundItem[] = [];
    try {
      await this.transaction.run(async () => {
        claimed = await this.queue.claim(size);
        this.waited = claimed[0] ? this.clock.now().getTime() - claimed[0].receivedAt.getTime() : 0;
        await this.batch.receive(claimed);
      });
      this.careful = Math.max(0, this.careful - claimed.length);
      return claimed.length;
    } catch (error) {
      if (isTransient(error) || claimed.length === 0) throw error;
      if (size > 1) this.careful = claimed.length;
      else await this.setAside(error);
      return claimed.length;
    }
  }

  private async setAside(error: unknown): Promise<void> {
    const words = faultWords(error);
    this.logger.error({ err: error }, 'an inbound event was set aside');
    await this.transaction.run(async () => {
      for (const item of await this.queue.claim(1)) await this.queue.setAside(item, words);
    });
    this.careful = Math.max(0, this.careful - 1);
  }
}

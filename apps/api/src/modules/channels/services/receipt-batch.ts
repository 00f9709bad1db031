import { Injectable } from '@nestjs/common';
import { isTransient } from '../../../platform/database/transient-failure.js';
import { Metrics } from '../../../platform/health/metrics.js';
import { Courtesy } from '../../../platform/jobs/courtesy.js';
import { Waker } from '../../../platform/jobs/waker.js';
import { NaturalBatch } from '../domain/natural-batch.js';
import { type Receipt, ReceiptStore } from '../persistence/receipt-store.js';
import { FreshEvents } from './fresh-events.js';
import { INBOUND_JOB } from './inbound-queue.js';

const MOST_AT_ONCE = 200;
const MOST_WAITING = 4000;
const PATIENCE_MS = 2000;

/** Concurrent webhooks share one commit; whoever processes them is nudged once they are durable. */
@Injectable()
export class ReceiptBatch {
  private readonly batch: NaturalBatch<Receipt>;

  constructor(
    store: ReceiptStore,
    waker: Waker,
    metrics: Metrics,
    courtesy: Courtesy,
    private readonly fresh: FreshEvents,
  ) {
    const write = async (receipts: Receipt[]): Promise<void> => {
      courtesy.arrived(receipts.length);
      metrics.doorBatch.observe(receipts.length);
      await store.store(receipts);
      if (receipts.some(({ facts }) => facts.length > 0)) waker.wake(INBOUND_JOB);
    };
    this.batch = new NaturalBatch<Receipt>(write, {
      max: MOST_AT_ONCE,
      queue: MOST_WAITING,
      patienceMs: PATIENCE_MS,
      concernsAll: isTransient,
    });
  }

  /** Resolves once it is durable. @throws BatchRefused when too many wait or it takes too long; whatever the database throws */
  add(receipt: Receipt): Promise<void> {
    // Before it is durable, since the inbox may look the moment it is.
    this.fresh.keep(receipt.id, receipt.events, receipt.size);
    return this.batch.add(receipt);
  }
}

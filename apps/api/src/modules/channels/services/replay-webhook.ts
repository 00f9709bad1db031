import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { notFound } from '../../../platform/http/domain-error.js';
import { Waker } from '../../../platform/jobs/waker.js';
import type { WebhookDoor } from '../domain/channel-adapter.js';
import { FlightRecorderQuery } from '../persistence/flight-recorder.query.js';
import { PendingInbox } from '../persistence/pending-inbox.js';
import { INBOUND_JOB } from './inbound-queue.js';
import { ReceiptReader } from './receipt-reader.js';

/** Lets a recorded webhook run again, as today's configuration understands it. What was already done is not done twice. */
@Injectable()
export class ReplayWebhook {
  constructor(
    private readonly recorder: FlightRecorderQuery,
    private readonly pending: PendingInbox,
    private readonly reader: ReceiptReader,
    private readonly encryption: Encryption,
    private readonly transaction: Transaction,
    private readonly waker: Waker,
  ) {}

  async replay(id: string): Promise<void> {
    await this.transaction.run(async () => {
      await this.recorder.lock(id);
      const receipt = await this.recorder.one(id);
      if (!receipt) throw notFound('webhook');
      const raw = this.encryption.decryptBytes(receipt.body);
      const read = await this.reader.read(receipt.door as WebhookDoor['name'], raw, receipt.received_at);
      await this.pending.requeue(id, read.facts, receipt.received_at);
      await this.recorder.settle(id, read.outcome, read.reason, read.events.length);
      this.transaction.afterCommit(() => this.waker.wake(INBOUND_JOB));
    });
  }
}

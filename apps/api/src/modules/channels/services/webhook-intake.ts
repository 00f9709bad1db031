import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { isTransient } from '../../../platform/database/transient-failure.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { Metrics } from '../../../platform/health/metrics.js';
import { DomainError } from '../../../platform/http/domain-error.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Waker } from '../../../platform/jobs/waker.js';
import type { WebhookDoor } from '../domain/channel-adapter.js';
import { BatchRefused, NaturalBatch } from '../domain/natural-batch.js';
import { ReceiptStore, type Receipt } from '../persistence/receipt-store.js';
import { INBOUND_JOB } from './inbound-queue.js';
import { ReceiptReader } from './receipt-reader.js';

export interface IncomingWebhook {
  raw: Buffer;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  url: string;
}

export type IntakeAnswer = 'stored' | 'bad_signature';

const BATCH = 200;
const QUEUE = 4000;
const PATIENCE_MS = 2000;

/** Verify, store, answer: nothing slower happens before a provider hears 200. */
@Injectable()
export class WebhookIntake {
  private readonly logger = new Logger('door');
  private readonly batch: NaturalBatch<Receipt>;

  constructor(
    store: ReceiptStore,
    private readonly reader: ReceiptReader,
    private readonly encryption: Encryption,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    waker: Waker,
  ) {
    this.batch = new NaturalBatch<Receipt>(
      async (receipts) => {
        metrics.doorBatch.observe(receipts.length);
        await store.store(receipts);
        if (receipts.some(({ facts }) => facts.length > 0)) waker.wake(INBOUND_JOB);
      },
      { max: BATCH, queue: QUEUE, patienceMs: PATIENCE_MS, concernsAll: isTransient },
    );
    this.countBadSignature = (door) => void store.countBadSignature(door, this.clock.now()).catch(() => undefined);
  }

  private readonly countBadSignature: (door: string) => void;

  /** @throws DomainError `unavailable` (503) when it could not be stored: the provider then sends it again. */
  async take(doorName: WebhookDoor['name'], webhook: IncomingWebhook): Promise<IntakeAnswer> {
    if (!(await this.reader.proves(doorName, webhook))) {
      this.metrics.webhooks.inc({ door: doorName, outcome: 'bad_signature' });
      this.countBadSignature(doorName);
      return 'bad_signature';
    }
    const receivedAt = this.clock.now();
    const read = await this.reader.read(doorName, webhook.raw, receivedAt);
    const receipt: Receipt = { ...read, id: newId(), door: doorName, receivedAt, sealedBody: this.encryption.encrypt(webhook.raw.toString('latin1')), size: webhook.raw.length };
    try {
      await this.batch.add(receipt);
    } catch (error) {
      if (!(error instanceof BatchRefused)) this.logger.error({ err: error }, 'a webhook could not be stored');
      this.metrics.webhooks.inc({ door: doorName, outcome: 'not_stored' });
      throw new DomainError('unavailable', 503, 'It could not be stored right now: send it again.');
    }
    this.metrics.webhooks.inc({ door: doorName, outcome: receipt.outcome });
    return 'stored';
  }
}

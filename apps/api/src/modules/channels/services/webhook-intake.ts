import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { Metrics } from '../../../platform/health/metrics.js';
import { DomainError } from '../../../platform/http/domain-error.js';
import { newId } from '../../../platform/ids/uuid.js';
import type { WebhookDoor } from '../domain/channel-adapter.js';
import { BatchRefused } from '../domain/natural-batch.js';
import type { Receipt } from '../persistence/receipt-store.js';
import { ReceiptBatch } from './receipt-batch.js';
import { ReceiptReader } from './receipt-reader.js';
import { RefusedSignatures } from './refused-signatures.js';

export interface IncomingWebhook {
  raw: Buffer;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  url: string;
}

export type IntakeAnswer = 'stored' | 'bad_signature';

/** Verify, store, answer: nothing slower happens before a provider hears 200. */
@Injectable()
export class WebhookIntake {
  private readonly logger = new Logger('door');

  constructor(
    private readonly batch: ReceiptBatch,
    private readonly reader: ReceiptReader,
    private readonly refused: RefusedSignatures,
    private readonly encryption: Encryption,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  /** @throws DomainError `unavailable` (503) when it could not be stored: the provider then sends it again. */
  async take(doorName: WebhookDoor['name'], webhook: IncomingWebhook): Promise<IntakeAnswer> {
    const proof = await this.reader.proofOf(doorName, webhook);
    if (!proof) return this.refuse(doorName);
    const receivedAt = this.clock.now();
    const read = await this.reader.read(doorName, webhook.raw, receivedAt);
    if (!(await this.reader.covers(doorName, proof, read.facts))) return this.refuse(doorName);
    const receipt: Receipt = {
      ...read,
      id: newId(),
      door: doorName,
      receivedAt,
      sealedBody: this.encryption.encryptBytes(webhook.raw),
      size: webhook.raw.length,
    };
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

  private refuse(door: WebhookDoor['name']): IntakeAnswer {
    this.metrics.webhooks.inc({ door, outcome: 'bad_signature' });
    this.refused.count(door);
    return 'bad_signature';
  }
}

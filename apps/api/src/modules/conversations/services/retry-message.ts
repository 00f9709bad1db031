import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { DomainError, notFound } from '../../../platform/http/domain-error.js';
import { Waker } from '../../../platform/jobs/waker.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { messageStatusChanged } from '../conversations.events.js';
import { RetryRows } from '../persistence/retry-rows.js';
import { DELIVER_JOB } from './deliver-job.js';

/** A person asks for another attempt of a failed message: a new call under a new attempt id. */
@Injectable()
export class RetryMessage {
  constructor(
    private readonly rows: RetryRows,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    private readonly waker: Waker,
    private readonly clock: Clock,
  ) {}

  async retry(messageId: string, conversationId: string): Promise<void> {
    await this.transaction.run(async () => {
      const outcome = await this.rows.requeue(messageId, conversationId, this.clock.now());
      if (outcome === 'missing') throw notFound('message');
      if (outcome === 'not_failed')
        throw new DomainError('not_failed', 409, 'Only a message that failed can be tried again.');
      await this.outbox.append(messageStatusChanged, [{ messageId, conversationId, status: 'queued' }]);
      this.transaction.afterCommit(() => this.waker.wake(DELIVER_JOB));
    });
  }
}

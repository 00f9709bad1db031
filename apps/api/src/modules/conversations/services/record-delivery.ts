import { Injectable } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { TellNotices } from '../../channels/index.js';
import { messageStatusChanged } from '../conversations.events.js';
import type { SendRefusal } from '../conversations.facade.types.js';
import type { AfterAttempt } from '../domain/delivery-plan.js';
import { type MessageStatus, rankOf, statusOf } from '../domain/message-status.js';
import { REFUSAL_WORDS } from '../domain/refusal-words.js';
import { type ShownFailure, shownFailure } from '../domain/shown-failure.js';
import { DeliveryRows, type DueMessage } from '../persistence/delivery-rows.js';
import { StatusRows } from '../persistence/status-rows.js';
import { DELIVER_JOB } from './deliver-job.js';
import { DispatchTools } from './dispatch-tools.js';

/** Keeps what became of a call: the attempt, the message's status, the next try. */
@Injectable()
export class RecordDelivery {
  constructor(
    private readonly rows: DeliveryRows,
    private readonly statuses: StatusRows,
    private readonly outbox: Outbox,
    private readonly notices: TellNotices,
    private readonly tools: DispatchTools,
  ) {}

  async record(message: DueMessage, after: AfterAttempt): Promise<void> {
    const now = this.tools.clock.now();
    await this.tools.transaction.run(async () => {
      switch (after.kind) {
        case 'accepted':
          await this.rows.accepted(message, after.providerId, now);
          return this.raise(message, 'sent', now, null);
        case 'unknown':
          await this.rows.unknown(message, after.reason, now);
          return this.raise(message, 'unknown', now, null);
        case 'failed':
          await this.rows.failed(message, shownFailure(after.failure), now);
          if (after.failure.class === 'account_blocked')
            await this.notices.setHealth(message.channelId, 'down', `${after.failure.code}: ${after.failure.title}`);
          return this.raise(message, 'failed', now, shownFailure(after.failure));
        case 'retry':
          await this.rows.retryAt(message, after.at, shownFailure(after.failure), now);
          this.tools.transaction.afterCommit(() =>
            this.tools.waker.wake(DELIVER_JOB, after.at.getTime() - now.getTime()),
          );
      }
    });
  }

  /** Circumstances changed since it was written: it is not sent, and says why. */
  async refuse(message: DueMessage, code: SendRefusal['code']): Promise<void> {
    const failure: ShownFailure = { code, reason: code, title: REFUSAL_WORDS[code], details: null, retryable: false };
    const now = this.tools.clock.now();
    await this.tools.transaction.run(async () => {
      await this.rows.failed(message, failure, now);
      await this.raise(message, 'failed', now, failure);
    });
  }

  async postpone(message: DueMessage, until: Date, code: string): Promise<void> {
    const now = this.tools.clock.now();
    await this.tools.transaction.run(() =>
      this.rows.retryAt(
        message,
        until,
        { code, reason: code, title: 'It waits.', details: null, retryable: true },
        now,
      ),
    );
  }

  /** Calls whose process died: nobody knows whether they arrived. */
  async abandon(): Promise<number> {
    return this.tools.transaction.run(async () => {
      const now = this.tools.clock.now();
      const abandoned = await this.rows.abandoned(now);
      for (const message of abandoned) await this.raise(message, 'unknown', now, null);
      return abandoned.length;
    });
  }

  private async raise(
    message: { messageId: string; conversationId: string },
    status: MessageStatus,
    at: Date,
    failure: ShownFailure | null,
  ): Promise<void> {
    const changed = await this.statuses.raise(
      [{ messageId: message.messageId, rank: rankOf(status), times: { [status]: at.toISOString() }, failure }],
      rankOf('failed'),
    );
    await this.outbox.append(
      messageStatusChanged,
      changed.map(({ messageId, conversationId, rank }) => ({ messageId, conversationId, status: statusOf(rank) })),
    );
  }
}

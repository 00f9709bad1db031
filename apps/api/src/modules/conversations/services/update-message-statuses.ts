import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { groupBy } from '../../../platform/collections/group-by.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { ChannelKind, MessageStatusEvent } from '../../channels/index.js';
import { messageStatusChanged } from '../conversations.events.js';
import { furthest, rankOf, statusOf } from '../domain/message-status.js';
import { shownFailure } from '../domain/shown-failure.js';
import { InboundRows } from '../persistence/inbound-rows.js';
import { StatusRows } from '../persistence/status-rows.js';

export interface StatusItem {
  channelId: string;
  channelKind: ChannelKind;
  event: MessageStatusEvent;
}

/** Ticks of our messages: only upwards, in whatever order they come; one that came too early waits for its message. */
@Injectable()
export class UpdateMessageStatuses {
  constructor(
    private readonly keys: InboundRows,
    private readonly rows: StatusRows,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Runs in the caller's transaction. */
  async update(items: readonly StatusItem[]): Promise<void> {
    if (items.length === 0) return;
    const known = await this.messagesOf(items);
    const early = items.filter((item) => !known.has(item));
    await this.rows.park(
      early.map((item) => ({ channelId: item.channelId, providerId: item.event.providerMessageId, event: item })),
      this.clock.now(),
    );
    const byMessage = groupBy([...known.keys()], (item) => known.get(item) ?? '');
    const changed = await this.rows.raise(
      [...byMessage].map(([messageId, group]) => {
        const { rank, times } = furthest(group.map(({ event }) => ({ status: event.status, at: event.at })));
        const failed = group.find(({ event }) => event.status === 'failed');
        return {
          messageId,
          rank,
          times: times as Record<string, string>,
          failure: failed?.event.failure ? shownFailure(failed.event.failure) : null,
        };
      }),
      rankOf('failed'),
    );
    await this.outbox.append(
      messageStatusChanged,
      changed.map(({ messageId, conversationId, rank }) => ({ messageId, conversationId, status: statusOf(rank) })),
    );
  }

  /** By the provider's id; else by our own attempt id, which also settles an outcome that was lost. */
  private async messagesOf(items: readonly StatusItem[]): Promise<Map<StatusItem, string>> {
    const keys = await this.keys.findKeys(
      items.map(({ channelId, event }) => ({ channelId, providerId: event.providerMessageId })),
    );
    const found = new Map<StatusItem, string>();
    const open: StatusItem[] = [];
    for (const item of items) {
      const messageId = keys.get(`${item.channelId} ${item.event.providerMessageId}`);
      if (messageId) found.set(item, messageId);
      else if (UUID.test(item.event.correlationId ?? '')) open.push(item);
    }
    const byAttempt = await this.rows.byAttempts(open.map(({ event }) => event.correlationId ?? ''));
    const settled = open.flatMap((item) => {
      const attemptId = item.event.correlationId ?? '';
      const messageId = byAttempt.get(attemptId);
      if (!messageId) return [];
      found.set(item, messageId);
      return [{ attemptId, channelId: item.channelId, providerId: item.event.providerMessageId, messageId }];
    });
    await this.rows.settleAttempts(settled);
    return found;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

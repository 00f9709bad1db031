import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { InboundMessageEvent, MessageRevisionEvent } from '../../channels/index.js';
import { conversationChanged, messageChanged } from '../conversations.events.js';
import { wordsOf } from '../domain/message-preview.js';
import { InboundRows } from '../persistence/inbound-rows.js';
import { RevisionRows } from '../persistence/revision-rows.js';
import { StatusRows } from '../persistence/status-rows.js';
import { ForgetMedia } from './forget-media.js';

export interface ReactionItem {
  channelId: string;
  event: InboundMessageEvent;
}

export interface RevisionItem {
  channelId: string;
  event: MessageRevisionEvent;
}

/** Reactions, edits and unsends change the message they are about; one that came before its message waits for it. */
@Injectable()
export class ReceiveRevisions {
  constructor(
    private readonly keys: InboundRows,
    private readonly rows: RevisionRows,
    private readonly parked: StatusRows,
    private readonly media: ForgetMedia,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async react(items: readonly ReactionItem[]): Promise<void> {
    const targets = await this.keys.findKeys(
      items.map((item) => ({ channelId: item.channelId, providerId: targetOf(item.event) })),
    );
    await this.park(items, targets, targetOf);
    for (const item of inTime(items)) {
      const messageId = targets.get(`${item.channelId} ${targetOf(item.event)}`);
      const { content } = item.event;
      if (messageId && content.type === 'reaction')
        await this.tell(messageId, await this.rows.react(messageId, 'customer', content.emoji), 'reacted');
    }
  }

  async revise(items: readonly RevisionItem[]): Promise<void> {
    const targets = await this.keys.findKeys(
      items.map(({ channelId, event }) => ({ channelId, providerId: event.providerMessageId })),
    );
    await this.park(items, targets, (event) => event.providerMessageId);
    for (const { channelId, event } of inTime(items)) {
      const messageId = targets.get(`${channelId} ${event.providerMessageId}`);
      if (!messageId) continue;
      const { change } = event;
      if (change.kind === 'revoked') await this.unsend(messageId, new Date(event.at));
      else
        await this.tell(
          messageId,
          await this.rows.edit(messageId, change.content, wordsOf(change.content), new Date(event.at)),
          'edited',
        );
    }
  }

  private async unsend(messageId: string, at: Date): Promise<void> {
    const gone = await this.rows.revoke(messageId, at);
    if (gone?.mediaId) await this.media.unsent(gone.mediaId);
    await this.tell(messageId, gone?.conversationId, 'deleted');
  }

  private async park<E>(
    items: readonly { channelId: string; event: E }[],
    targets: ReadonlyMap<string, string>,
    target: (event: E) => string,
  ): Promise<void> {
    const early = items
      .map((item) => ({ channelId: item.channelId, providerId: target(item.event), event: item }))
      .filter(({ channelId, providerId }) => providerId !== '' && !targets.has(`${channelId} ${providerId}`));
    await this.parked.park(early, this.clock.now());
  }

  private async tell(
    messageId: string,
    conversationId: string | undefined,
    change: 'reacted' | 'edited' | 'deleted',
  ): Promise<void> {
    if (!conversationId) return;
    await this.outbox.append(messageChanged, [{ messageId, conversationId, change }]);
    if (change === 'reacted') return;
    await this.outbox.append(conversationChanged, [
      {
        conversationId,
        change: 'read',
        byUserId: null,
        assigneeId: null,
        previousAssigneeId: null,
        teamId: null,
        previousTeamId: null,
      },
    ]);
  }
}

const inTime = <T extends { event: { at: string } }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => Date.parse(a.event.at) - Date.parse(b.event.at));

const targetOf = (event: InboundMessageEvent): string =>
  event.content.type === 'reaction' ? event.content.targetProviderMessageId : '';

import { Injectable } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { InboundItem, InboundMessageEvent, MessageRevisionEvent } from '../../channels/index.js';
import { conversationChanged, messageChanged } from '../conversations.events.js';
import { wordsOf } from '../domain/message-preview.js';
import { InboundRows } from '../persistence/inbound-rows.js';
import { RevisionRows } from '../persistence/revision-rows.js';

type Reaction = Omit<InboundItem, 'event'> & { event: InboundMessageEvent };
type Revision = Omit<InboundItem, 'event'> & { event: MessageRevisionEvent };

/** Reactions, edits and unsends change the message they are about. What names an unknown message stays in the flight recorder. */
@Injectable()
export class ReceiveRevisions {
  constructor(
    private readonly keys: InboundRows,
    private readonly rows: RevisionRows,
    private readonly outbox: Outbox,
  ) {}

  async react(items: readonly Reaction[]): Promise<void> {
    const targets = await this.keys.findKeys(items.map((item) => ({ channelId: item.channelId, providerId: targetOf(item.event) })));
    for (const item of items) {
      const messageId = targets.get(`${item.channelId} ${targetOf(item.event)}`);
      const { content } = item.event;
      if (messageId && content.type === 'reaction') await this.tell(messageId, await this.rows.react(messageId, 'customer', content.emoji), 'reacted');
    }
  }

  async revise(items: readonly Revision[]): Promise<void> {
    const targets = await this.keys.findKeys(items.map(({ channelId, event }) => ({ channelId, providerId: event.providerMessageId })));
    for (const { channelId, event } of items) {
      const messageId = targets.get(`${channelId} ${event.providerMessageId}`);
      if (!messageId) continue;
      const { change } = event;
      if (change.kind === 'revoked') await this.tell(messageId, await this.rows.revoke(messageId, new Date(event.at)), 'deleted');
      else await this.tell(messageId, await this.rows.edit(messageId, change.content, wordsOf(change.content), new Date(event.at)), 'edited');
    }
  }

  private async tell(messageId: string, conversationId: string | undefined, change: 'reacted' | 'edited' | 'deleted'): Promise<void> {
    if (!conversationId) return;
    await this.outbox.append(messageChanged, [{ messageId, conversationId, change }]);
    if (change === 'reacted') return;
    await this.outbox.append(conversationChanged, [{ conversationId, change: 'read', byUserId: null, assigneeId: null, previousAssigneeId: null, teamId: null, previousTeamId: null }]);
  }
}

const targetOf = (event: InboundMessageEvent): string => (event.content.type === 'reaction' ? event.content.targetProviderMessageId : '');

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Channels, type InboundItem, type MessageEchoEvent } from '../../channels/index.js';
import { ContactIdentification } from '../../contacts/index.js';
import { conversationChanged, echoReceived } from '../conversations.events.js';
import { rankOf } from '../domain/message-status.js';
import { previewOf, wordsOf } from '../domain/message-preview.js';
import { InboundRows } from '../persistence/inbound-rows.js';
import { OutboundRows } from '../persistence/outbound-rows.js';

type Echo = Omit<InboundItem, 'event'> & { event: MessageEchoEvent };

/** What staff wrote in the provider's own app becomes part of the thread, and the assistant falls silent. */
@Injectable()
export class ReceiveEchoes {
  constructor(
    private readonly rows: InboundRows,
    private readonly outbound: OutboundRows,
    private readonly identification: ContactIdentification,
    private readonly channels: Channels,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async receive(echoes: readonly Echo[]): Promise<void> {
    for (const echo of echoes) await this.one(echo);
  }

  private async one({ channelId, channelKind, event, receivedAt }: Echo): Promise<void> {
    const id = newId();
    const fresh = await this.rows.claimKeys([{ channelId, providerId: event.providerMessageId, messageId: id }]);
    if (!fresh.has(id)) return;
    const who = (await this.identification.resolve([{ key: id, channelKind, ...event.recipient }])).get(id);
    if (!who) return;
    const pair = [{ contactId: who.contactId, channelId }];
    if ((await this.rows.current(pair)).length === 0) {
      const card = await this.channels.find(channelId);
      await this.rows.open(
        [
          {
            id: newId(),
            contactId: who.contactId,
            channelId,
            assistantMode: card?.assistantMode ?? 'off',
            owner: 'person',
            teamId: card?.teamId ?? null,
          },
        ],
        this.clock.now(),
      );
    }
    const [conversation] = await this.rows.current(pair);
    if (!conversation) return;
    const content = event.content;
    await this.rows.insertMessages([
      {
        id,
        conversationId: conversation.id,
        channelId,
        direction: 'out',
        author: 'advisor',
        type: content.type,
        text: wordsOf(content),
        content: { ...content, echoed: true },
        providerId: event.providerMessageId,
        sentAt: new Date(event.at),
        receivedAt,
        status: rankOf('sent'),
        replyToId: null,
        mediaId: null,
      },
    ]);
    const at = new Date(event.at);
    // One that was overtaken by what came after it answers nothing of that.
    if (conversation.lastMessageAt && at < conversation.lastMessageAt)
      await this.outbound.takenByPerson(conversation.id);
    else
      await this.outbound.answered(conversation.id, {
        id,
        at,
        author: 'advisor',
        authorId: null,
        type: content.type,
        preview: previewOf(content),
        owner: 'person',
        assigneeId: null,
        now: this.clock.now(),
      });
    await this.outbox.append(echoReceived, [
      { messageId: id, conversationId: conversation.id, contactId: who.contactId },
    ]);
    await this.outbox.append(conversationChanged, [
      {
        conversationId: conversation.id,
        change: 'assistant',
        byUserId: null,
        assigneeId: conversation.assigneeId,
        previousAssigneeId: conversation.assigneeId,
        teamId: conversation.teamId,
        previousTeamId: conversation.teamId,
      },
    ]);
  }
}

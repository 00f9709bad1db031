import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { groupBy } from '../../../platform/collections/group-by.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Channels, ChannelRegistry, type ChannelCard, type InboundMessageEvent } from '../../channels/index.js';
import { ContactIdentification, type ResolvedContact } from '../../contacts/index.js';
import { afterInbound, ownerAtStart, type ConversationAfter, type InboundFact } from '../domain/inbound-effect.js';
import { previewOf, wordsOf } from '../domain/message-preview.js';
import { InboundRows, type MessageRow } from '../persistence/inbound-rows.js';
import { InboundMedia } from './inbound-media.js';
import type { MessageItem, Received } from './received.js';
import { ReceivedEffects } from './received-effects.js';

const QUIET_TYPES = new Set(['system']);

/** Customers' messages become part of their thread: a batch in a handful of statements, each message exactly once. */
@Injectable()
export class ReceiveMessages {
  constructor(
    private readonly rows: InboundRows,
    private readonly identification: ContactIdentification,
    private readonly channels: Channels,
    private readonly registry: ChannelRegistry,
    private readonly effects: ReceivedEffects,
    private readonly clock: Clock,
  ) {}

  /** Runs in the caller's transaction. */
  async receive(items: readonly MessageItem[]): Promise<void> {
    const fresh = await this.claimFresh(items);
    if (fresh.length === 0) return;
    const contacts = await this.identification.resolve(
      fresh.map(({ id, item }) => ({ key: id, channelKind: item.channelKind, ...item.event.sender })),
    );
    const cards = new Map((await this.channels.list()).map((card) => [card.id, card]));
    const known = fresh.flatMap(({ id, item }) => {
      const contact = contacts.get(id);
      return contact ? [{ id, item, contact }] : [];
    });
    // One moment for opening and for what follows, so that the second write of a row leaves its indexes alone.
    const at = this.clock.now();
    const { conversations, opened } = await this.conversationsOf(known, cards, at);
    const received = known.flatMap(({ id, item, contact }): Received[] => {
      const conversation = conversations.get(pairOf(contact.contactId, item.channelId));
      return conversation
        ? [
            {
              id,
              item,
              contact,
              conversation,
              opens: opened.has(conversation.id),
              text: wordsOf(item.event.content),
              mediaId: InboundMedia.idFor(item.event.content),
            },
          ]
        : [];
    });
    await this.write(received, at);
    await this.effects.of(received);
  }

  private async claimFresh(items: readonly MessageItem[]): Promise<{ id: string; item: MessageItem }[]> {
    const named = items.map((item) => ({ id: newId(), item }));
    const claimed = await this.rows.claimKeys(
      named.map(({ id, item }) => ({
        channelId: item.channelId,
        providerId: item.event.providerMessageId,
        messageId: id,
      })),
    );
    return named.filter(({ id }) => claimed.has(id));
  }

  private async conversationsOf(
    known: readonly { item: MessageItem; contact: ResolvedContact }[],
    cards: ReadonlyMap<string, ChannelCard>,
    at: Date,
  ) {
    const pairs = [
      ...new Map(
        known.map(({ item, contact }) => [
          pairOf(contact.contactId, item.channelId),
          { contactId: contact.contactId, channelId: item.channelId },
        ]),
      ).values(),
    ];
    const found = new Map((await this.rows.current(pairs)).map((row) => [pairOf(row.contactId, row.channelId), row]));
    const missing = pairs.filter((pair) => !found.has(pairOf(pair.contactId, pair.channelId)));
    const opened = new Set<string>();
    if (missing.length > 0) {
      const fresh = missing.map((pair) => {
        const card = cards.get(pair.channelId);
        const mode = card?.assistantMode ?? 'off';
        return { ...pair, id: newId(), assistantMode: mode, owner: ownerAtStart(mode), teamId: card?.teamId ?? null };
      });
      await this.rows.open(fresh, at);
      const ids = new Set(fresh.map(({ id }) => id));
      for (const row of await this.rows.current(missing)) {
        found.set(pairOf(row.contactId, row.channelId), row);
        if (ids.has(row.id)) opened.add(row.id);
      }
    }
    return { conversations: found, opened };
  }

  private async write(received: readonly Received[], at: Date): Promise<void> {
    const replies = await this.rows.findKeys(
      received.flatMap(({ item }) =>
        item.event.replyTo ? [{ channelId: item.channelId, providerId: item.event.replyTo }] : [],
      ),
    );
    await this.rows.insertMessages(
      received.map(({ id, item, conversation, text, mediaId }): MessageRow => ({
        id,
        conversationId: conversation.id,
        channelId: item.channelId,
        direction: 'in',
        author: QUIET_TYPES.has(item.event.content.type) ? 'system' : 'customer',
        type: item.event.content.type,
        text,
        content: storedContent(item.event),
        providerId: item.event.providerMessageId,
        sentAt: new Date(item.event.at),
        receivedAt: item.receivedAt,
        status: null,
        replyToId: item.event.replyTo ? (replies.get(`${item.channelId} ${item.event.replyTo}`) ?? null) : null,
        mediaId,
      })),
    );
    const byConversation = groupBy(received, ({ conversation }) => conversation.id);
    const after = [...byConversation.values()].flatMap((group) => {
      const first = group[0];
      return first ? [this.withWindow(afterInbound(first.conversation, group.map(factOf)), first)] : [];
    });
    await this.rows.apply(
      after.sort((a, b) => (a.id < b.id ? -1 : 1)),
      at,
    );
  }

  private withWindow(after: ConversationAfter, { item }: Received) {
    const { serviceWindowMs } = this.registry.adapter(item.channelKind).capabilities;
    const { lastInboundAt } = after;
    return {
      ...after,
      windowExpiresAt:
        serviceWindowMs === null || lastInboundAt === null ? null : new Date(lastInboundAt.getTime() + serviceWindowMs),
    };
  }
}

const pairOf = (contactId: string, channelId: string): string => `${contactId} ${channelId}`;

const factOf = ({ id, item, contact }: Received): InboundFact => ({
  id,
  sentAt: new Date(item.event.at),
  receivedAt: item.receivedAt,
  type: item.event.content.type,
  preview: previewOf(item.event.content),
  // A blocked contact's messages are kept and never ask for anybody's attention.
  waits: !contact.blocked && !QUIET_TYPES.has(item.event.content.type),
});

const storedContent = (event: InboundMessageEvent): object => ({
  ...event.content,
  ...(event.referral && { referral: event.referral }),
  ...(event.forwarded && { forwarded: event.forwarded }),
  ...(event.referredProduct && { referredProduct: event.referredProduct }),
});

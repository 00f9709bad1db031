import { Injectable } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { messageReceived } from '../conversations.events.js';
import { findClaimCode } from '../domain/claim-code.js';
import { HearStopWords } from './hear-stop-words.js';
import { InboundMedia } from './inbound-media.js';
import type { Received } from './received.js';

/** What else follows from new messages, in the same transaction. */
@Injectable()
export class ReceivedEffects {
  constructor(
    private readonly media: InboundMedia,
    private readonly stopWords: HearStopWords,
    private readonly outbox: Outbox,
  ) {}

  async of(received: readonly Received[]): Promise<void> {
    await this.media.expect(received);
    await this.stopWords.hear(received);
    await this.tell(received);
  }

  /** Whoever cares hears it. What a blocked contact writes is kept in silence. */
  private async tell(received: readonly Received[]): Promise<void> {
    const told = received.filter(({ contact, item }) => !contact.blocked && item.event.content.type !== 'system');
    await this.outbox.append(
      messageReceived,
      told.map(({ id, item, conversation, contact, opens, text }) => ({
        messageId: id,
        conversationId: conversation.id,
        contactId: contact.contactId,
        channelId: item.channelId,
        channelKind: item.channelKind,
        type: item.event.content.type,
        opensConversation: opens,
        reopens: conversation.status === 'closed',
        claimCode: findClaimCode(text),
        referral: item.event.referral
          ? {
              source: item.event.referral.source,
              sourceId: item.event.referral.sourceId,
              headline: item.event.referral.headline ?? null,
            }
          : null,
        at: item.event.at,
      })),
    );
  }
}

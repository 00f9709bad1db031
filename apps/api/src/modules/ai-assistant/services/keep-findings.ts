import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Consents, LearnAboutContact, type ContactChannelKind } from '../../contacts/index.js';
import type { ConversationSummary } from '../../conversations/index.js';
import { Leads } from '../../leads/index.js';
import { leadFindings } from '../decide/lead-findings.js';
import { Qualifications } from './qualifications.js';
import type { Burst } from './read-burst.js';
import type { Thought } from './think.js';

/** Writes down what a turn found out: the enquiry, its lead, the customer, a wish not to be written to. In the caller's transaction. */
@Injectable()
export class KeepFindings {
  constructor(
    private readonly qualifications: Qualifications,
    private readonly leads: Leads,
    private readonly contacts: LearnAboutContact,
    private readonly consents: Consents,
    private readonly clock: Clock,
  ) {}

  async keep(conversation: ConversationSummary, burst: Burst, thought: Thought): Promise<void> {
    const { decision, understanding } = thought.turn;
    await this.qualifications.keep(conversation.id, thought);
    if (decision.optOut) await this.optOut(conversation, burst);
    const found = leadFindings(conversation.id, decision, thought.shop.index.bySku, thought.shop.facts.currency);
    if (found) await this.leads.enrich(found);
    const { name, email, city } = understanding.slots;
    await this.contacts.learn(conversation.contactId, {
      ...(name && { name }),
      ...(email && { email }),
      ...(city && { city }),
      language: understanding.language,
    });
  }

  /** A state that the engine broke on is not thought over again. */
  forget(conversationId: string): Promise<void> {
    return this.qualifications.reset(conversationId);
  }

  /** Whether the wish was heard before: then it is not confirmed again. */
  async optedOut({ contactId, channelKind }: ConversationSummary): Promise<boolean> {
    return (
      (await this.consents.consentFor([contactId], channelKind as ContactChannelKind, 'marketing')).get(contactId) ===
      'withdrawn'
    );
  }

  private async optOut(conversation: ConversationSummary, { text, last }: Burst): Promise<void> {
    if (await this.optedOut(conversation)) return;
    const { contactId, channelKind } = conversation;
    await this.consents.withdraw({
      contactId,
      channelKind: channelKind as ContactChannelKind,
      category: 'marketing',
      by: 'message',
      text,
      messageId: last?.id ?? null,
      at: last?.at ?? this.clock.now(),
    });
  }
}

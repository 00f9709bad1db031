import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/http/domain-error.js';
import { Assistant } from '../../ai-assistant/index.js';
import type { Principal } from '../../auth/index.js';
import { photoAddress, type Item } from '../../catalogue/index.js';
import { Contacts } from '../../contacts/index.js';
import { Conversations, type ConversationSummary, type ConversationView, ConversationViews } from '../../conversations/index.js';
import { Leads } from '../../leads/index.js';
import type { ConversationPanelView, SuggestedItemView } from '../http/conversation-panel.view.js';
import { Origins } from './origins.js';

const SUGGESTED = 6;

/** The customer column of a conversation in one answer. */
@Injectable()
export class ConversationPanel {
  constructor(
    private readonly conversations: Conversations,
    private readonly views: ConversationViews,
    private readonly contacts: Contacts,
    private readonly leads: Leads,
    private readonly origins: Origins,
    private readonly assistant: Assistant,
  ) {}

  /** @throws not_found, also when the reader may not see it */
  async of(reader: Principal, id: string): Promise<ConversationPanelView> {
    await this.conversations.requireVisible(reader, id);
    const conversation = (await this.conversations.byIds([id])).get(id);
    if (!conversation) throw notFound('conversation');
    const [contact, lead, others, suggested, qualification, lastTurn] = await Promise.all([
      this.contacts.detail(conversation.contactId),
      this.leads.viewOfConversation(id, reader.kind === 'user' ? reader.id : null),
      this.besides(reader, conversation),
      this.assistant.suggestedItems(id, SUGGESTED),
      this.assistant.qualificationOf(id),
      this.assistant.lastTurn(id),
    ]);
    if (!contact) throw notFound('conversation');
    return {
      contact,
      lead: lead ?? null,
      origin: await this.origins.of(conversation, lead),
      suggestedItems: suggested.map(suggestion),
      assistant: { qualification, lastTurn },
      otherConversations: others,
    };
  }

  /** The same person's other threads, the liveliest first. */
  private async besides(reader: Principal, { id, contactId }: ConversationSummary): Promise<ConversationView[]> {
    const others = (await this.conversations.ofContact(contactId)).map((one) => one.id).filter((one) => one !== id);
    const seen = await this.conversations.visibleAmong(reader, others);
    return this.views.byIds(others.filter((one) => seen.has(one)), userIdOf(reader));
  }
}

const userIdOf = (reader: Principal): string | null => (reader.kind === 'user' ? reader.id : null);

const suggestion = ({ id, name, priceRetail, stock, url, images: [first] }: Item): SuggestedItemView => ({ id, name, price: priceRetail, stock, url, imageUrl: first === undefined ? null : photoAddress(first) });

import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/http/domain-error.js';
import { Assistant } from '../../ai-assistant/index.js';
import { can, type Principal } from '../../auth/index.js';
import { photoAddress, type Item } from '../../catalogue/index.js';
import { type ContactCard, type ContactDetail, Contacts } from '../../contacts/index.js';
import {
  Conversations,
  type ConversationSummary,
  type ConversationView,
  ConversationViews,
} from '../../conversations/index.js';
import { Leads } from '../../leads/index.js';
import type { ConversationPanelView, SuggestedItemView } from '../http/conversation-panel.view.js';
import { Origins } from './origins.js';

const SUGGESTED = 6;

/** The customer column of a conversation in one answer. Every part tells its reader what the part's own route would. */
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
    const conversation = await this.conversations.requireVisible(reader, id);
    const [contact, lead, others, suggestedItems, assistant] = await Promise.all([
      this.contact(reader, conversation.contactId),
      this.leads.viewOfConversation(reader, id),
      this.besides(reader, conversation),
      this.suggestedItems(reader, id),
      this.assistantPart(reader, id),
    ]);
    if (!contact) throw notFound('conversation');
    return {
      contact,
      lead: lead ?? null,
      origin: await this.origins.of(reader, conversation, lead),
      suggestedItems,
      assistant,
      otherConversations: others,
    };
  }

  private async contact(reader: Principal, id: string): Promise<ContactDetail | ContactCard | undefined> {
    return can(reader, 'contacts:read') ? this.contacts.detail(id) : (await this.contacts.byIds([id])).get(id);
  }

  /** The same person's other threads, the liveliest first. */
  private async besides(reader: Principal, { id, contactId }: ConversationSummary): Promise<ConversationView[]> {
    const others = (await this.conversations.ofContact(contactId)).map((one) => one.id).filter((one) => one !== id);
    const seen = await this.conversations.visibleAmong(reader, others);
    return this.views.byIds(
      others.filter((one) => seen.has(one)),
      reader.kind === 'user' ? reader.id : null,
    );
  }

  private async suggestedItems(reader: Principal, id: string): Promise<SuggestedItemView[]> {
    if (!can(reader, 'assistant:use') || !can(reader, 'catalogue:read')) return [];
    return (await this.assistant.suggestedItems(id, SUGGESTED)).map(suggestion);
  }

  private async assistantPart(reader: Principal, id: string): Promise<ConversationPanelView['assistant']> {
    if (!can(reader, 'assistant:use')) return null;
    const [qualification, lastTurn] = await Promise.all([
      this.assistant.qualificationOf(id),
      this.assistant.lastTurn(id),
    ]);
    return { qualification, lastTurn };
  }
}

const suggestion = ({ id, name, priceRetail, stock, url, images: [first] }: Item): SuggestedItemView => ({
  id,
  name,
  price: priceRetail,
  stock,
  url,
  imageUrl: first === undefined ? null : photoAddress(first),
});

import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/http/domain-error.js';
import { Assistant } from '../../ai-assistant/index.js';
import type { Principal } from '../../auth/index.js';
import type { Item } from '../../catalogue/index.js';
import { type ContactDetail, Contacts } from '../../contacts/index.js';
import { Conversations } from '../../conversations/index.js';
import { Leads, type LeadSummary } from '../../leads/index.js';
import { PanelQuery } from '../persistence/panel.query.js';
import { VisibleConversations } from './visible-conversations.js';

export interface PanelOfConversation {
  contact: ContactDetail;
  lead: (Omit<LeadSummary, 'createdAt'> & { createdAt: string }) | null;
  origin: { network: string; link: { id: string; name: string } | null; item: { id: string; name: string } | null } | null;
  suggestedItems: { id: string; name: string; price: Item['priceRetail']; stock: number | null; url: string | null; imageUrl: string | null }[];
  assistant: { qualification: Awaited<ReturnType<Assistant['qualificationOf']>>; lastTurn: Awaited<ReturnType<Assistant['lastTurn']>> };
  otherConversations: { id: string; channelId: string; channelKind: string; status: string; assigneeId: string | null; createdAt: string }[];
}

/** The customer column of a conversation in one answer. */
@Injectable()
export class ConversationPanel {
  constructor(
    private readonly conversations: Conversations,
    private readonly contacts: Contacts,
    private readonly leads: Leads,
    private readonly query: PanelQuery,
    private readonly visible: VisibleConversations,
    private readonly assistant: Assistant,
  ) {}

  /** @throws not_found, also when the reader may not see it */
  async of(reader: Principal, id: string): Promise<PanelOfConversation> {
    const conversation = (await this.conversations.byIds([id])).get(id);
    if (!conversation || !(await this.visible.among(reader, [id])).has(id)) throw notFound('conversation');
    const [contact, lead, origin, siblings, suggested, qualification, lastTurn] = await Promise.all([
      this.contacts.detail(conversation.contactId),
      this.leads.ofConversation(id),
      this.query.origin(id),
      this.conversations.ofContact(conversation.contactId),
      this.assistant.suggestedItems(id, 6),
      this.assistant.qualificationOf(id),
      this.assistant.lastTurn(id),
    ]);
    if (!contact) throw notFound('conversation');
    const seen = await this.visible.among(reader, siblings.map((sibling) => sibling.id));
    return {
      contact,
      lead: lead ? { ...lead, createdAt: lead.createdAt.toISOString() } : null,
      origin: origin?.network ? { network: origin.network, link: pair(origin.link_id, origin.link_name), item: pair(origin.item_id, origin.item_name) } : null,
      suggestedItems: suggested.map(({ id: itemId, name, priceRetail, stock, url, images }) => ({ id: itemId, name, price: priceRetail, stock, url, imageUrl: images[0] ?? null })),
      assistant: { qualification, lastTurn },
      otherConversations: siblings
        .filter((sibling) => sibling.id !== id && seen.has(sibling.id))
        .map(({ id: other, channelId, channelKind, status, assigneeId, createdAt }) => ({ id: other, channelId, channelKind, status, assigneeId, createdAt: createdAt.toISOString() })),
    };
  }
}

const pair = (id: string | null, name: string | null): { id: string; name: string } | null => (id === null ? null : { id, name: name ?? '' });

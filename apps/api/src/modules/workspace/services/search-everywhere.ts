import { Injectable } from '@nestjs/common';
import type { Principal } from '../../auth/index.js';
import { type ContactCard, Contacts } from '../../contacts/index.js';
import { Conversations, searchWords } from '../../conversations/index.js';
import { Leads, type LeadView } from '../../leads/index.js';
import { type LinkCard, Links } from '../../links/index.js';
import { excerptOf } from '../domain/excerpt.js';
import type { FoundLeadView, FoundLinkView, FoundPersonView, FoundView } from '../http/search.view.js';
import { SearchQuery } from '../persistence/search.query.js';

/** More are looked at than shown, since not everything that is found may be seen. */
const LOOKED_AT = 200;
const SHOWN = 20;
const LEADS_AND_LINKS_SHOWN = 10;
const LONGEST_EXTRACT = 160;

/** One box for people, threads, words, leads and links; everybody finds only what they may read. */
@Injectable()
export class SearchEverywhere {
  constructor(
    private readonly query: SearchQuery,
    private readonly contacts: Contacts,
    private readonly leads: Leads,
    private readonly links: Links,
    private readonly conversations: Conversations,
  ) {}

  async find(reader: Principal, typed: string): Promise<FoundView> {
    const [talks, leads, links] = await Promise.all([
      this.talks(reader, typed),
      this.leads.search(reader, typed, LEADS_AND_LINKS_SHOWN),
      this.links.search(reader, typed, LEADS_AND_LINKS_SHOWN),
    ]);
    return { ...talks, leads: leads.map(foundLead), links: links.map(foundLink) };
  }

  private async talks(reader: Principal, typed: string): Promise<Pick<FoundView, 'conversations' | 'messages'>> {
    const words = searchWords(typed);
    const [people, messages] = await Promise.all([
      this.contacts.searchIds(typed, LOOKED_AT),
      this.conversations.searchMessages(words, LOOKED_AT),
    ]);
    const conversations = await this.query.conversationsOf(people, LOOKED_AT);
    const seen = await this.conversations.visibleAmong(reader, [
      ...conversations.map(({ id }) => id),
      ...messages.map(({ conversationId }) => conversationId),
    ]);
    const shownConversations = conversations.filter(({ id }) => seen.has(id)).slice(0, SHOWN);
    const shownMessages = messages.filter(({ conversationId }) => seen.has(conversationId)).slice(0, SHOWN);
    const cards = await this.contacts.byIds([
      ...shownConversations.map((row) => row.contact_id),
      ...shownMessages.map(({ contactId }) => contactId),
    ]);
    return {
      conversations: shownConversations.map((row) => ({
        id: row.id,
        contact: person(cards, row.contact_id),
        channelId: row.channel_id,
        status: row.status,
        preview: row.preview,
        lastActivityAt: row.activity_at.toISOString(),
      })),
      messages: shownMessages.map(({ id, conversationId, contactId, direction, text, at }) => ({
        id,
        conversationId,
        contact: person(cards, contactId),
        direction,
        ...excerptOf(text, words, LONGEST_EXTRACT),
        at: at.toISOString(),
      })),
    };
  }
}

function person(cards: ReadonlyMap<string, ContactCard>, id: string): FoundPersonView {
  const { name = '', phone = null } = cards.get(id) ?? {};
  return { id, name, phone };
}

const foundLead = ({ id, contact, title, item, state }: LeadView): FoundLeadView => ({
  id,
  contact: contact && { id: contact.id, name: contact.name, phone: contact.phone },
  title,
  itemName: item?.name ?? null,
  state,
});

const foundLink = ({ id, name, network, slug }: LinkCard): FoundLinkView => ({ id, name, network, slug });

import { Injectable } from '@nestjs/common';
import type { Principal } from '../../auth/index.js';
import { type ContactCard, Contacts } from '../../contacts/index.js';
import { searchedWords } from '../domain/searched-words.js';
import { SearchQuery } from '../persistence/search.query.js';
import { VisibleConversations } from './visible-conversations.js';

/** More are looked at than shown, since not everything that is found may be seen. */
const LOOKED_AT = 200;
const SHOWN = 20;
const LONGEST_EXTRACT = 160;

export interface Found {
  conversations: { id: string; contact: { id: string; name: string }; channelId: string; status: string; preview: string | null; lastActivityAt: string }[];
  messages: { id: string; conversationId: string; contact: { id: string; name: string }; direction: 'in' | 'out'; extract: string; at: string }[];
}

/** One box for people, threads and words; everybody finds only what they may read. */
@Injectable()
export class SearchEverywhere {
  constructor(
    private readonly query: SearchQuery,
    private readonly contacts: Contacts,
    private readonly visible: VisibleConversations,
  ) {}

  async find(reader: Principal, typed: string): Promise<Found> {
    const words = searchedWords(typed);
    const [people, messages] = await Promise.all([this.contacts.searchIds(typed, LOOKED_AT), words.length > 0 ? this.query.messages(words, LOOKED_AT) : []]);
    const conversations = await this.query.conversationsOf(people, LOOKED_AT);
    const seen = await this.visible.among(reader, [...conversations.map(({ id }) => id), ...messages.map((message) => message.conversation_id)]);
    const shownConversations = conversations.filter(({ id }) => seen.has(id)).slice(0, SHOWN);
    const shownMessages = messages.filter((message) => seen.has(message.conversation_id)).slice(0, SHOWN);
    const cards = await this.contacts.byIds([...shownConversations, ...shownMessages].map((row) => row.contact_id));
    return {
      conversations: shownConversations.map((row) => ({ id: row.id, contact: named(cards, row.contact_id), channelId: row.channel_id, status: row.status, preview: row.preview, lastActivityAt: row.activity_at.toISOString() })),
      messages: shownMessages.map((row) => ({ id: row.id, conversationId: row.conversation_id, contact: named(cards, row.contact_id), direction: row.direction, extract: row.text.slice(0, LONGEST_EXTRACT), at: row.sent_at.toISOString() })),
    };
  }
}

const named = (cards: ReadonlyMap<string, ContactCard>, id: string): { id: string; name: string } => ({ id, name: cards.get(id)?.name ?? '' });

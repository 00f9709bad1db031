import { Injectable } from '@nestjs/common';
import { Contacts } from '../../contacts/index.js';
import { searchWords } from '../domain/search-words.js';
import { InboxQuery } from '../persistence/inbox.query.js';

const MOST_CONTACTS = 200;
const MOST_HITS = 300;

/** Whose conversations a typed search means: people by name, phone ending or e-mail, threads by their words. */
@Injectable()
export class SearchInbox {
  constructor(
    private readonly contacts: Contacts,
    private readonly inbox: InboxQuery,
  ) {}

  async find(typed: string): Promise<{ contactIds: string[]; conversationIds: string[] }> {
    const [contactIds, conversationIds] = await Promise.all([
      this.contacts.searchIds(typed, MOST_CONTACTS),
      this.inbox.wordHits(searchWords(typed), MOST_HITS),
    ]);
    return { contactIds, conversationIds };
  }
}

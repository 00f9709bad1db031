import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

export interface FoundConversation {
  id: string;
  contact_id: string;
  channel_id: string;
  status: string;
  activity_at: Date;
  preview: string | null;
}

export interface FoundMessage {
  id: string;
  conversation_id: string;
  contact_id: string;
  direction: 'in' | 'out';
  text: string;
  sent_at: Date;
}

@Injectable()
export class SearchQuery {
  constructor(private readonly sql: Sql) {}

  /** The conversations of these people, the liveliest first. */
  conversationsOf(contactIds: readonly string[], limit: number): Promise<FoundConversation[]> {
    return this.sql.rows(
      `select id, contact_id, channel_id, status, activity_at, last_message_preview as preview from conversation
       where contact_id = any($1) order by activity_at desc, id desc limit $2`,
      [contactIds, limit],
    );
  }

  /** Messages with all of these words (the last may be a beginning), the newest first. */
  messages(words: readonly string[], limit: number): Promise<FoundMessage[]> {
    const asked = words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(' & ');
    return this.sql.rows(
      `select m.id, m.conversation_id, c.contact_id, m.direction, m.text, m.sent_at
       from message m join conversation c on c.id = m.conversation_id
       where m.text is not null and m.deleted_at is null and to_tsvector('simple', plain_text(coalesce(m.text, ''))) @@ to_tsquery('simple', plain_text($1))
       order by m.id desc limit $2`,
      [asked, limit],
    );
  }
}

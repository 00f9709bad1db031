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
    const values: unknown[] = [limit];
    const asked = words.map((word, index) => queryOf(word, index === words.length - 1, (value) => `$${values.push(value)}::text`));
    return this.sql.rows(
      `select m.id, m.conversation_id, c.contact_id, m.direction, m.text, m.sent_at
       from message m join conversation c on c.id = m.conversation_id
       where m.text is not null and m.deleted_at is null and to_tsvector('simple', plain_text(coalesce(m.text, ''))) @@ (${asked.join(' && ')})
       order by m.id desc limit $1`,
      values,
    );
  }
}

/** A word as the index knows it. Without accents it may be several (`a½` is `a` and `1/2`), so it is never read as a query; figures after a dash were indexed as negative. */
function queryOf(word: string, mayBegin: boolean, bind: (value: string) => string): string {
  const spellings = /^\d+$/.test(word) ? [word, `-${word}`] : [word];
  const queries = spellings.map((spelling) => {
    const whole = `phraseto_tsquery('simple', plain_text(${bind(spelling)}))`;
    return mayBegin ? `case when numnode(${whole}) = 0 then ${whole} else (${whole}::text || ':*')::tsquery end` : whole;
  });
  return `(${queries.join(' || ')})`;
}

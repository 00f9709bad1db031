import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

/** What a message says about its conversation's leads. `seq` is its place in the event log. */
export interface ThreadNews {
  conversationId: string;
  at: string;
  seq: string;
  kind: 'message' | 'enquiry' | 'reply';
}

/** What conversations did, remembered until a lead asks. */
@Injectable()
export class LeadThreads {
  constructor(private readonly sql: Sql) {}

  async remember(news: readonly ThreadNews[]): Promise<void> {
    if (news.length === 0) return;
    await this.sql.rows(
      `insert into lead_thread as t (conversation_id, last_message_at, enquiry_seq, reply_seq)
       select conversation_id, max(at), coalesce(max(seq) filter (where kind = 'enquiry'), 0), coalesce(max(seq) filter (where kind = 'reply'), 0)
         from unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::text[]) as n (conversation_id, at, seq, kind)
        group by conversation_id order by conversation_id
       on conflict (conversation_id) do update set last_message_at = greatest(t.last_message_at, excluded.last_message_at),
          enquiry_seq = greatest(t.enquiry_seq, excluded.enquiry_seq), reply_seq = greatest(t.reply_seq, excluded.reply_seq)`,
      [
        news.map((one) => one.conversationId),
        news.map((one) => one.at),
        news.map((one) => one.seq),
        news.map((one) => one.kind),
      ],
    );
  }

  /** Brings the message times of open leads up to date. No version: nobody edits them. */
  async moveTimes(conversationIds: readonly string[]): Promise<void> {
    if (conversationIds.length === 0) return;
    await this.sql.rows(
      `update lead l set last_message_at = t.last_message_at, activity_at = greatest(l.activity_at, t.last_message_at)
         from lead_thread t
        where t.conversation_id = any($1::uuid[]) and l.conversation_id = t.conversation_id and l.contact_id is not null
          and l.state not in ('won', 'lost') and (l.last_message_at is null or l.last_message_at < t.last_message_at)`,
      [conversationIds],
    );
  }

  /** New leads that somebody has answered become contacted; returns them. */
  async contactAnswered(conversationIds: readonly string[], now: Date): Promise<string[]> {
    if (conversationIds.length === 0) return [];
    const rows = await this.sql.rows<{ id: string }>(
      `update lead l set state = 'contacted', version = l.version + 1, updated_at = $2
         from lead_thread t
        where t.conversation_id = any($1::uuid[]) and l.conversation_id = t.conversation_id and l.contact_id is not null and l.state = 'new' and t.reply_seq > t.enquiry_seq
        returning l.id`,
      [conversationIds, now],
    );
    return rows.map((row) => row.id);
  }
}

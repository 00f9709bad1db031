import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { AssistantMode, ConversationStatus, Owner } from '../domain/inbound-effect.js';

export interface LockedConversation {
  id: string;
  contact_id: string;
  channel_id: string;
  status: ConversationStatus;
  owner: Owner;
  assistant_mode: AssistantMode;
  assignee_id: string | null;
  team_id: string | null;
  last_message_id: string | null;
  last_inbound_at: Date | null;
  first_reply_at: Date | null;
  /** The same person has another conversation here that is not closed. */
  another_is_live: boolean;
}

export interface OutboundMessageRow {
  id: string;
  conversationId: string;
  channelId: string;
  author: string;
  authorId: string | null;
  type: string;
  text: string | null;
  content: unknown;
  status: number;
  replyToId: string | null;
  mediaId: string | null;
  clientMessageId: string | null;
  sendGroupId: string | null;
  offer: unknown;
  assistantTurnId: string | null;
  category: string;
  at: Date;
}

export interface Answer {
  id: string;
  at: Date;
  author: string;
  authorId: string | null;
  type: string;
  preview: string;
  owner: Owner | null;
  /** Who answers first, has it: only written when nobody has. */
  assigneeId: string | null;
  now: Date;
}

@Injectable()
export class OutboundRows {
  constructor(private readonly sql: Sql) {}

  async lock(conversationId: string): Promise<LockedConversation | undefined> {
    const [row] = await this.sql.rows<LockedConversation>(
      `select id, contact_id, channel_id, status, owner, assistant_mode, assignee_id, team_id, last_message_id, last_inbound_at, first_reply_at,
         status = 'closed' and exists (select 1 from conversation v where v.contact_id = c.contact_id and v.channel_id = c.channel_id and v.status <> 'closed') as another_is_live
       from conversation c where id = $1 for update of c`,
      [conversationId],
    );
    return row;
  }

  async findPurpose(key: string): Promise<string | undefined> {
    const [row] = await this.sql.rows<{ message_id: string }>('select message_id from message_purpose where key = $1', [
      key,
    ]);
    return row?.message_id;
  }

  /** False when another message has this purpose already. */
  async claimPurpose(key: string, messageId: string): Promise<boolean> {
    const taken = await this.sql.rows(
      'insert into message_purpose (key, message_id) values ($1, $2) on conflict do nothing returning key',
      [key, messageId],
    );
    return taken.length > 0;
  }

  async insert(row: OutboundMessageRow): Promise<void> {
    await this.sql.rows(
      `insert into message (id, conversation_id, channel_id, direction, author, author_id, type, text, content, sent_at, received_at, status, status_times, reply_to_id, media_id,
         client_message_id, send_group_id, offer, assistant_turn_id, category)
       values ($1, $2, $3, 'out', $4, $5, $6, $7, $8::jsonb, $9, $9, $10, $11::jsonb, $12, $13, $14, $15, $16::jsonb, $17, $18)`,
      [
        row.id,
        row.conversationId,
        row.channelId,
        row.author,
        row.authorId,
        row.type,
        row.text,
        JSON.stringify(row.content),
        row.at,
        row.status,
        JSON.stringify({ queued: row.at.toISOString() }),
        row.replyToId,
        row.mediaId,
        row.clientMessageId,
        row.sendGroupId,
        row.offer ? JSON.stringify(row.offer) : null,
        row.assistantTurnId,
        row.category,
      ],
    );
  }

  async enqueue(row: {
    messageId: string;
    conversationId: string;
    channelId: string;
    sendGroupId: string | null;
    dueAt: Date;
  }): Promise<void> {
    await this.sql.rows(
      'insert into send_queue (message_id, conversation_id, channel_id, send_group_id, due_at) values ($1, $2, $3, $4, $5)',
      [row.messageId, row.conversationId, row.channelId, row.sendGroupId, row.dueAt],
    );
  }

  /** A message of ours is the last one, and answers everything that waited. */
  async answered(conversationId: string, answer: Answer): Promise<void> {
    await this.sql.rows(
      `update conversation set last_message_id = $2, last_message_at = $3, last_message_direction = 'out', last_message_author = $4, last_message_author_id = $5, last_message_type = $6,
         last_message_preview = $7, owner = coalesce($8, owner), assignee_id = coalesce(assignee_id, $9::uuid), handled_inbound = inbound_count, waiting_since = null,
         status = case when status = 'closed' then 'open' else status end, first_reply_at = coalesce(first_reply_at, $10), activity_at = greatest(activity_at, $10), version = version + 1
       where id = $1`,
      [
        conversationId,
        answer.id,
        answer.at,
        answer.author,
        answer.authorId,
        answer.type,
        answer.preview,
        answer.owner,
        answer.assigneeId,
        answer.now,
      ],
    );
  }

  /** Somebody spoke elsewhere: the assistant is silent from here on. */
  async takenByPerson(conversationId: string): Promise<void> {
    await this.sql.rows(`update conversation set owner = 'person', version = version + 1 where id = $1`, [
      conversationId,
    ]);
  }

  /** The provider's id of a message that may be answered or reacted to; undefined when it is not of this conversation, or a note that the customer never sees. */
  async providerIdOf(messageId: string, conversationId: string): Promise<{ providerId: string | null } | undefined> {
    const row = await this.sql.one<{ provider_id: string | null }>(
      `select provider_id from message where id = $1 and conversation_id = $2 and type <> 'note'`,
      [messageId, conversationId],
    );
    return row && { providerId: row.provider_id };
  }
}

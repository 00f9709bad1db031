import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { MessageContent } from '../../channels/index.js';
import type { OutboundAuthor, OutboundCategory } from '../domain/outbound-policy.js';
import type { ShownFailure } from '../domain/shown-failure.js';

export interface DueMessage {
  attemptId: string;
  tries: number;
  messageId: string;
  conversationId: string;
  channelId: string;
  contactId: string;
  author: OutboundAuthor;
  category: OutboundCategory;
  content: MessageContent;
  mediaId: string | null;
  replyToProviderId: string | null;
  lastInboundAt: Date | null;
  /** A person has written to the customer since. */
  personSpokeSince: boolean;
}

/**
 * The oldest waiting message of each conversation, so that one customer reads ours in order; nothing of a group that rests, and nothing of a conversation
 * that has a call in the air.
 */
const DUE = `select q.message_id from send_queue q left join send_group g on g.id = q.send_group_id
  where q.channel_id = $1 and q.due_at <= $2 and q.lease_until is null and (g.id is null or g.state = 'running')
    and not exists (select 1 from send_queue o where o.conversation_id = q.conversation_id
      and (o.lease_until is not null or (o.message_id < q.message_id and (o.attempts > 0 or o.due_at <= $2))))
  order by q.due_at, q.message_id limit $3 for update of q skip locked`;

const LEASE = `with leased as (
    update send_queue q set lease_until = $3, attempts = q.attempts + 1, attempt_id = a.attempt_id
    from unnest($1::uuid[], $2::uuid[]) as a(message_id, attempt_id) where q.message_id = a.message_id
    returning q.message_id, q.attempts, q.attempt_id, q.channel_id
  ), attempted as (
    insert into message_attempt (id, message_id, channel_id, number, started_at, outcome) select attempt_id, message_id, channel_id, attempts, $4, 'sending' from leased
  )
  update message m set status = 1, status_times = m.status_times || jsonb_build_object('sending', $5::text)
  from leased l where m.id = any($1::uuid[]) and m.id = l.message_id
  returning l.attempt_id, l.attempts, m.id, m.conversation_id, m.channel_id, m.author, m.category, m.content, m.media_id, m.reply_to_id`;

interface LeasedRow {
  attempt_id: string;
  attempts: number;
  id: string;
  conversation_id: string;
  channel_id: string;
  author: OutboundAuthor;
  category: OutboundCategory | null;
  content: MessageContent;
  media_id: string | null;
  reply_to_id: string | null;
}

@Injectable()
export class DeliveryRows {
  constructor(private readonly sql: Sql) {}

  async channelsWithWork(now: Date): Promise<string[]> {
    const rows = await this.sql.rows<{ channel_id: string }>(
      'select distinct channel_id from send_queue where due_at <= $1 and lease_until is null',
      [now],
    );
    return rows.map(({ channel_id: id }) => id);
  }

  async due(channelId: string, now: Date, limit: number): Promise<string[]> {
    const rows = await this.sql.rows<{ message_id: string }>(DUE, [channelId, now, limit]);
    return rows.map(({ message_id: id }) => id);
  }

  /** From here on the provider may have the message: a crash leaves it unknown, never sent again. */
  async lease(
    messages: readonly { messageId: string; attemptId: string }[],
    now: Date,
    until: Date,
  ): Promise<DueMessage[]> {
    const rows = await this.sql.rows<LeasedRow>(LEASE, [
      messages.map(({ messageId }) => messageId),
      messages.map(({ attemptId }) => attemptId),
      until,
      now,
      now.toISOString(),
    ]);
    const about = await this.sql.rows<{
      id: string;
      contact_id: string;
      last_inbound_at: Date | null;
      last_message_author: string | null;
    }>('select id, contact_id, last_inbound_at, last_message_author from conversation where id = any($1::uuid[])', [
      rows.map((row) => row.conversation_id),
    ]);
    const conversations = new Map(about.map((row) => [row.id, row]));
    const replies = await this.providerIds(rows.flatMap((row) => row.reply_to_id ?? []));
    return rows.flatMap((row) => {
      const conversation = conversations.get(row.conversation_id);
      if (!conversation) return [];
      return [
        {
          attemptId: row.attempt_id,
          tries: row.attempts,
          messageId: row.id,
          conversationId: row.conversation_id,
          channelId: row.channel_id,
          contactId: conversation.contact_id,
          author: row.author,
          category: row.category ?? 'service',
          content: row.content,
          mediaId: row.media_id,
          replyToProviderId: row.reply_to_id ? (replies.get(row.reply_to_id) ?? null) : null,
          lastInboundAt: conversation.last_inbound_at,
          personSpokeSince: row.author !== 'advisor' && conversation.last_message_author === 'advisor',
        },
      ];
    });
  }

  async accepted(message: DueMessage, providerId: string, at: Date): Promise<void> {
    await this.sql.rows(
      'insert into message_key (channel_id, provider_id, message_id) values ($1, $2, $3) on conflict do nothing',
      [message.channelId, providerId, message.messageId],
    );
    await this.sql.rows('update message set provider_id = $2 where id = $1', [message.messageId, providerId]);
    await this.finish(message, 'accepted', at, providerId, null);
  }

  async failed(message: DueMessage, failure: ShownFailure, at: Date): Promise<void> {
    await this.finish(message, 'failed', at, null, failure);
  }

  async unknown(message: DueMessage, reason: string, at: Date): Promise<void> {
    await this.finish(message, 'unknown', at, null, { reason });
  }

  async retryAt(message: DueMessage, dueAt: Date, failure: ShownFailure, at: Date): Promise<void> {
    await this.closeAttempt(message, 'failed', at, null, failure);
    await this.sql.rows(
      'update send_queue set lease_until = null, attempt_id = null, due_at = $2 where message_id = $1',
      [message.messageId, dueAt],
    );
    await this.sql.rows('update message set status = 0 where id = $1 and status = 1', [message.messageId]);
  }

  /** Calls whose process died in the air. Their attempts stay open for a status that names them. */
  async abandoned(now: Date): Promise<{ messageId: string; conversationId: string }[]> {
    const rows = await this.sql.rows<{ message_id: string; conversation_id: string }>(
      `with gone as (
         delete from send_queue where message_id = any(array(select message_id from send_queue where lease_until < $1 order by lease_until limit 200 for update skip locked))
         returning message_id, conversation_id, attempt_id
       ), closed as (
         update message_attempt a set outcome = 'unknown', finished_at = $1 from gone g where a.id = g.attempt_id and a.outcome = 'sending'
       ) select message_id, conversation_id from gone`,
      [now],
    );
    return rows.map((row) => ({ messageId: row.message_id, conversationId: row.conversation_id }));
  }

  private async finish(
    message: DueMessage,
    outcome: string,
    at: Date,
    providerId: string | null,
    failure: unknown,
  ): Promise<void> {
    await this.closeAttempt(message, outcome, at, providerId, failure);
    await this.sql.rows('delete from send_queue where message_id = $1', [message.messageId]);
  }

  private async closeAttempt(
    message: DueMessage,
    outcome: string,
    at: Date,
    providerId: string | null,
    failure: unknown,
  ): Promise<void> {
    await this.sql.rows(
      `update message_attempt set outcome = $2, finished_at = $3, provider_id = $4, failure = $5::jsonb where id = $1 and outcome = 'sending'`,
      [message.attemptId, outcome, at, providerId, failure ? JSON.stringify(failure) : null],
    );
  }

  private async providerIds(messageIds: readonly string[]): Promise<Map<string, string>> {
    if (messageIds.length === 0) return new Map();
    const rows = await this.sql.rows<{ id: string; provider_id: string | null }>(
      'select id, provider_id from message where id = any($1::uuid[])',
      [messageIds],
    );
    return new Map(rows.flatMap((row) => (row.provider_id ? [[row.id, row.provider_id] as const] : [])));
  }
}

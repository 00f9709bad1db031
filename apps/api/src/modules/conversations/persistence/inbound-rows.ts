import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type {
  AssistantMode,
  ConversationAfter,
  ConversationBefore,
  ConversationStatus,
  Owner,
} from '../domain/inbound-effect.js';

export interface NewConversation {
  id: string;
  contactId: string;
  channelId: string;
  assistantMode: AssistantMode;
  owner: Owner;
  teamId: string | null;
}

export interface MessageRow {
  id: string;
  conversationId: string;
  channelId: string;
  direction: 'in' | 'out';
  author: string;
  type: string;
  text: string | null;
  content: unknown;
  providerId: string | null;
  sentAt: Date;
  receivedAt: Date;
  status: number | null;
  replyToId: string | null;
  mediaId: string | null;
}

interface ConversationRow {
  id: string;
  contact_id: string;
  channel_id: string;
  status: ConversationStatus;
  owner: Owner;
  assistant_mode: AssistantMode;
  assignee_id: string | null;
  team_id: string | null;
  inbound_count: number;
  last_message_at: Date | null;
  last_inbound_at: Date | null;
  waiting_since: Date | null;
}

/** The live conversation of each pair, else its latest closed one; locked in the order of ids, so that workers never wait in a circle. */
const CURRENT = `select c.id, c.contact_id, c.channel_id, c.status, c.owner, c.assistant_mode, c.assignee_id, c.team_id, c.inbound_count,
    c.last_message_at, c.last_inbound_at, c.waiting_since
  from conversation c where c.id = any(array(
    select distinct on (w.contact_id, w.channel_id) v.id
    from unnest($1::uuid[], $2::uuid[]) as w(contact_id, channel_id)
    join conversation v on v.contact_id = w.contact_id and v.channel_id = w.channel_id
    order by w.contact_id, w.channel_id, (v.status = 'closed'), v.activity_at desc
  )) order by c.id for update`;

const OPEN = `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, team_id, created_at, activity_at)
  select id, contact_id, channel_id, 'open', mode, owner, team_id, $7, $7
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[]) as n(id, contact_id, channel_id, mode, owner, team_id)
  on conflict (contact_id, channel_id) where status <> 'closed' do nothing`;

const MESSAGES = `insert into message (id, conversation_id, channel_id, direction, author, type, text, content, provider_id, sent_at, received_at, status, reply_to_id, media_id)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[], $9::text[], $10::timestamptz[], $11::timestamptz[], $12::smallint[], $13::uuid[], $14::uuid[])`;

const AFTER = `update conversation c set
    status = a.status, owner = a.owner, inbound_count = c.inbound_count + a.added, last_inbound_at = a.inbound_at, window_expires_at = a.window_at, waiting_since = a.waiting,
    last_message_id = coalesce(a.message_id, c.last_message_id), last_message_at = coalesce(a.message_at, c.last_message_at),
    last_message_direction = case when a.message_id is null then c.last_message_direction else 'in' end,
    last_message_author = case when a.message_id is null then c.last_message_author else 'customer' end,
    last_message_author_id = case when a.message_id is null then c.last_message_author_id end,
    last_message_type = coalesce(a.type, c.last_message_type),
    last_message_preview = case when a.message_id is null then c.last_message_preview else a.preview end,
    close_reason = case when a.status = 'closed' then c.close_reason end,
    follow_up_at = case when a.status = 'follow_up' then c.follow_up_at end,
    activity_at = greatest(c.activity_at, $12), version = c.version + 1
  from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::timestamptz[], $6::timestamptz[], $7::timestamptz[], $8::uuid[], $9::timestamptz[], $10::text[], $11::text[])
    as a(id, status, owner, added, inbound_at, window_at, waiting, message_id, message_at, type, preview)
  where c.id = a.id`;

/** The statements of the hot inbound path, each over a whole batch. */
@Injectable()
export class InboundRows {
  constructor(private readonly sql: Sql) {}

  /** Takes the provider ids that are new; those known already are not among the returned. */
  async claimKeys(keys: readonly { channelId: string; providerId: string; messageId: string }[]): Promise<Set<string>> {
    const rows = await this.sql.rows<{ message_id: string }>(
      `insert into message_key (channel_id, provider_id, message_id)
       select * from unnest($1::uuid[], $2::text[], $3::uuid[]) as k(channel_id, provider_id, message_id) order by 1, 2
       on conflict do nothing returning message_id`,
      [
        keys.map(({ channelId }) => channelId),
        keys.map(({ providerId }) => providerId),
        keys.map(({ messageId }) => messageId),
      ],
    );
    return new Set(rows.map(({ message_id: id }) => id));
  }

  async findKeys(keys: readonly { channelId: string; providerId: string }[]): Promise<Map<string, string>> {
    if (keys.length === 0) return new Map();
    const rows = await this.sql.rows<{ channel_id: string; provider_id: string; message_id: string }>(
      `select k.channel_id, k.provider_id, k.message_id from message_key k
       join unnest($1::uuid[], $2::text[]) as w(channel_id, provider_id) using (channel_id, provider_id)`,
      [keys.map(({ channelId }) => channelId), keys.map(({ providerId }) => providerId)],
    );
    return new Map(rows.map((row) => [`${row.channel_id} ${row.provider_id}`, row.message_id]));
  }

  async current(pairs: readonly { contactId: string; channelId: string }[]): Promise<ConversationBefore[]> {
    const rows = await this.sql.rows<ConversationRow>(CURRENT, [
      pairs.map(({ contactId }) => contactId),
      pairs.map(({ channelId }) => channelId),
    ]);
    return rows.map((row) => ({
      id: row.id,
      contactId: row.contact_id,
      channelId: row.channel_id,
      status: row.status,
      owner: row.owner,
      assistantMode: row.assistant_mode,
      assigneeId: row.assignee_id,
      teamId: row.team_id,
      inboundCount: row.inbound_count,
      lastMessageAt: row.last_message_at,
      lastInboundAt: row.last_inbound_at,
      waitingSince: row.waiting_since,
    }));
  }

  /** Opens those that do not exist; one that another worker opened meanwhile stays. */
  async open(conversations: readonly NewConversation[], at: Date): Promise<void> {
    if (conversations.length === 0) return;
    await this.sql.rows(OPEN, [
      conversations.map(({ id }) => id),
      conversations.map(({ contactId }) => contactId),
      conversations.map(({ channelId }) => channelId),
      conversations.map(({ assistantMode }) => assistantMode),
      conversations.map(({ owner }) => owner),
      conversations.map(({ teamId }) => teamId),
      at,
    ]);
  }

  async insertMessages(messages: readonly MessageRow[]): Promise<void> {
    if (messages.length === 0) return;
    await this.sql.rows(MESSAGES, [
      messages.map(({ id }) => id),
      messages.map(({ conversationId }) => conversationId),
      messages.map(({ channelId }) => channelId),
      messages.map(({ direction }) => direction),
      messages.map(({ author }) => author),
      messages.map(({ type }) => type),
      messages.map(({ text }) => text),
      messages.map(({ content }) => JSON.stringify(content)),
      messages.map(({ providerId }) => providerId),
      messages.map(({ sentAt }) => sentAt.toISOString()),
      messages.map(({ receivedAt }) => receivedAt.toISOString()),
      messages.map(({ status }) => status),
      messages.map(({ replyToId }) => replyToId),
      messages.map(({ mediaId }) => mediaId),
    ]);
  }

  async apply(after: readonly (ConversationAfter & { windowExpiresAt: Date | null })[], at: Date): Promise<void> {
    if (after.length === 0) return;
    const iso = (date: Date | null | undefined): string | null => date?.toISOString() ?? null;
    await this.sql.rows(AFTER, [
      after.map(({ id }) => id),
      after.map(({ status }) => status),
      after.map(({ owner }) => owner),
      after.map(({ inboundAdded }) => inboundAdded),
      after.map(({ lastInboundAt }) => iso(lastInboundAt)),
      after.map(({ windowExpiresAt }) => iso(windowExpiresAt)),
      after.map(({ waitingSince }) => iso(waitingSince)),
      after.map(({ lastMessage }) => lastMessage?.id ?? null),
      after.map(({ lastMessage }) => iso(lastMessage?.sentAt)),
      after.map(({ lastMessage }) => lastMessage?.type ?? null),
      after.map(({ lastMessage }) => lastMessage?.preview ?? null),
      at,
    ]);
  }
}

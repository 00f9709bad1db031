import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';

export interface StatusUpdate {
  messageId: string;
  rank: number;
  times: Readonly<Record<string, string>>;
  failure: unknown;
}

export interface ChangedStatus {
  messageId: string;
  conversationId: string;
  rank: number;
}

/** Statuses only rise. Times are kept for every status that was told, the earliest telling of each. */
const RAISE = `update message m set
    status = greatest(m.status, s.rank), status_times = s.times || m.status_times,
    failure = case when greatest(m.status, s.rank) = $5 then coalesce(s.failure, m.failure) when s.rank > $5 then null else m.failure end
  from unnest($1::uuid[], $2::smallint[], $3::jsonb[], $4::jsonb[]) as s(id, rank, times, failure)
  where m.id = any($1::uuid[]) and m.id = s.id and m.direction = 'out' and (m.status < s.rank or not m.status_times ?& array(select jsonb_object_keys(s.times)))
  returning m.id, m.conversation_id, m.status`;

@Injectable()
export class StatusRows {
  constructor(
    private readonly sql: Sql,
    private readonly encryption: Encryption,
  ) {}

  async raise(updates: readonly StatusUpdate[], failedRank: number): Promise<ChangedStatus[]> {
    if (updates.length === 0) return [];
    const sorted = [...updates].sort((a, b) => (a.messageId < b.messageId ? -1 : 1));
    const rows = await this.sql.rows<{ id: string; conversation_id: string; status: number }>(RAISE, [
      sorted.map(({ messageId }) => messageId),
      sorted.map(({ rank }) => rank),
      sorted.map(({ times }) => JSON.stringify(times)),
      sorted.map(({ failure }) => (failure ? JSON.stringify(failure) : null)),
      failedRank,
    ]);
    return rows.map((row) => ({ messageId: row.id, conversationId: row.conversation_id, rank: row.status }));
  }

  /** The messages that our own attempt ids name: how a lost outcome is settled. */
  async byAttempts(attemptIds: readonly string[]): Promise<Map<string, string>> {
    if (attemptIds.length === 0) return new Map();
    const rows = await this.sql.rows<{ id: string; message_id: string }>(
      'select id, message_id from message_attempt where id = any($1::uuid[])',
      [attemptIds],
    );
    return new Map(rows.map((row) => [row.id, row.message_id]));
  }

  /** Sealed, since it names whom the message went to or came from. */
  async park(events: readonly { channelId: string; providerId: string; event: unknown }[], at: Date): Promise<void> {
    if (events.length === 0) return;
    await this.sql.rows(
      'insert into parked_status (id, channel_id, provider_id, event, parked_at) select id, channel_id, provider_id, event, $5 from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[]) as p(id, channel_id, provider_id, event)',
      [
        events.map(newId),
        events.map(({ channelId }) => channelId),
        events.map(({ providerId }) => providerId),
        events.map(({ event }) => JSON.stringify(this.encryption.encryptJson(event))),
        at,
      ],
    );
  }

  /** Takes out those whose message is known by now, and forgets those too old to matter. */
  async unpark(limit: number, forgetBefore: Date): Promise<{ channelId: string; event: unknown }[]> {
    await this.sql.rows('delete from parked_status where parked_at < $1', [forgetBefore]);
    const rows = await this.sql.rows<{ channel_id: string; event: unknown }>(
      `delete from parked_status where id = any(array(
         select p.id from parked_status p join message_key k on k.channel_id = p.channel_id and k.provider_id = p.provider_id order by p.parked_at limit $1 for update of p skip locked
       )) returning channel_id, event`,
      [limit],
    );
    return rows.map((row) => ({ channelId: row.channel_id, event: this.opened(row.event) }));
  }

  /** An earlier version, which may still run beside this one, parked them unsealed. */
  private opened(event: unknown): unknown {
    return typeof event === 'string' ? this.encryption.decryptJson(event) : event;
  }

  async settleAttempts(
    settled: readonly { attemptId: string; channelId: string; providerId: string; messageId: string }[],
  ): Promise<void> {
    for (const { attemptId, channelId, providerId, messageId } of settled) {
      await this.sql.rows(
        'insert into message_key (channel_id, provider_id, message_id) values ($1, $2, $3) on conflict do nothing',
        [channelId, providerId, messageId],
      );
      await this.sql.rows(
        `update message_attempt set outcome = 'accepted', provider_id = $2 where id = $1 and outcome in ('unknown', 'sending')`,
        [attemptId, providerId],
      );
      await this.sql.rows('update message set provider_id = $2 where id = $1 and provider_id is null', [
        messageId,
        providerId,
      ]);
    }
  }
}

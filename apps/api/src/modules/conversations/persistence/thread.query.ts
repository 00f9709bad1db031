import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { MessageContent } from '../../channels/index.js';
import type { AuthorKind } from '../domain/message-author.js';
import type { ShownFailure } from '../domain/shown-failure.js';

export interface ThreadRow {
  id: string;
  conversation_id: string;
  channel_id: string;
  direction: 'in' | 'out';
  author: AuthorKind;
  author_id: string | null;
  type: MessageContent['type'];
  text: string | null;
  content: MessageContent & Record<string, unknown>;
  provider_id: string | null;
  sent_at: Date;
  received_at: Date;
  status: number | null;
  status_times: Record<string, string>;
  failure: ShownFailure | null;
  reply_to_id: string | null;
  media_id: string | null;
  reactions: { by: 'customer' | 'business'; emoji: string }[];
  client_message_id: string | null;
  assistant_turn_id: string | null;
  edited_at: Date | null;
  deleted_at: Date | null;
  cursor_value: string;
}

const COLUMNS = `id, conversation_id, channel_id, direction, author, author_id, type, text, content, provider_id, sent_at, received_at, status, status_times, failure, reply_to_id, media_id,
  reactions, client_message_id, assistant_turn_id, edited_at, deleted_at, sent_at::text as cursor_value`;

/** Reactions of ours stand on the message they are about, not in the thread. */
const SHOWN = `type <> 'reaction'`;

@Injectable()
export class ThreadQuery {
  constructor(private readonly sql: Sql) {}

  /** Newest first, older than the cursor. */
  before(conversationId: string, cursor: readonly (string | null)[] | undefined, limit: number): Promise<ThreadRow[]> {
    return this.sql.rows<ThreadRow>(
      `select ${COLUMNS} from message where conversation_id = $1 and ${SHOWN} ${cursor ? 'and (sent_at, id) < ($3::timestamptz, $4::uuid)' : ''} order by sent_at desc, id desc limit $2`,
      [conversationId, limit, ...(cursor ?? [])],
    );
  }

  /** Oldest first, newer than the cursor. */
  after(conversationId: string, cursor: readonly (string | null)[], limit: number): Promise<ThreadRow[]> {
    return this.sql.rows<ThreadRow>(
      `select ${COLUMNS} from message where conversation_id = $1 and ${SHOWN} and (sent_at, id) > ($3::timestamptz, $4::uuid) order by sent_at, id limit $2`,
      [conversationId, limit, ...cursor],
    );
  }

  async byIds(ids: readonly string[]): Promise<Map<string, ThreadRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.sql.rows<ThreadRow>(`select ${COLUMNS} from message where id = any($1::uuid[])`, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  attempts(messageId: string): Promise<
    {
      id: string;
      number: number;
      started_at: Date;
      finished_at: Date | null;
      outcome: string;
      provider_id: string | null;
      failure: ShownFailure | null;
    }[]
  > {
    return this.sql.rows(
      'select id, number, started_at, finished_at, outcome, provider_id, failure from message_attempt where message_id = $1 order by number',
      [messageId],
    );
  }

  async channelOf(conversationId: string): Promise<string | undefined> {
    const row = await this.sql.one<{ channel_id: string }>('select channel_id from conversation where id = $1', [
      conversationId,
    ]);
    return row?.channel_id;
  }

  /** The customer's last message that the provider can be told was read. */
  async lastInboundProviderId(conversationId: string): Promise<string | undefined> {
    const row = await this.sql.one<{ provider_id: string | null }>(
      `select provider_id from message where conversation_id = $1 and direction = 'in' and author = 'customer' order by sent_at desc, id desc limit 1`,
      [conversationId],
    );
    return row?.provider_id ?? undefined;
  }
}

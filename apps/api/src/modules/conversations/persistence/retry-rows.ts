import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { rankOf } from '../domain/message-status.js';

@Injectable()
export class RetryRows {
  constructor(private readonly sql: Sql) {}

  /** Queues a failed message again. An unknown one is never sent again: it may have arrived. */
  async requeue(messageId: string, conversationId: string, now: Date): Promise<'queued' | 'missing' | 'not_failed'> {
    const row = await this.sql.one<{ status: number; channel_id: string; send_group_id: string | null }>(
      `select status, channel_id, send_group_id from message where id = $1 and conversation_id = $2 and direction = 'out' for update`,
      [messageId, conversationId],
    );
    if (!row) return 'missing';
    if (row.status !== rankOf('failed')) return 'not_failed';
    await this.sql.rows(
      `update message set status = 0, failure = null, status_times = status_times - 'failed' - 'sent' - 'sending' where id = $1`,
      [messageId],
    );
    await this.sql.rows(
      `insert into send_queue (message_id, conversation_id, channel_id, send_group_id, due_at, attempts) select $1, $2, $3, $4, $5, count(*) from message_attempt where message_id = $1`,
      [messageId, conversationId, row.channel_id, row.send_group_id, now],
    );
    return 'queued';
  }
}

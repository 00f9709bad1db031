import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { MessageContent } from '../../channels/index.js';

/** Changes of messages that exist. Each answers what it touched, or undefined when nothing was there to change. */
@Injectable()
export class RevisionRows {
  constructor(private readonly sql: Sql) {}

  /** One reaction for each side; null takes it away. */
  async react(messageId: string, by: 'customer' | 'business', emoji: string | null): Promise<string | undefined> {
    const row = await this.sql.one<{ conversation_id: string }>(
      `update message set reactions = (select coalesce(jsonb_agg(r), '[]') from jsonb_array_elements(reactions) r where r->>'by' <> $2)
         || case when $3::text is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object('by', $2::text, 'emoji', $3::text)) end
       where id = $1 returning conversation_id`,
      [messageId, by, emoji],
    );
    return row?.conversation_id;
  }

  async edit(messageId: string, content: MessageContent, text: string | null, at: Date): Promise<string | undefined> {
    const row = await this.sql.one<{ conversation_id: string }>(
      `update message set content = $2::jsonb, text = $3, edited_at = $4 where id = $1 and direction = 'in' and deleted_at is null and (edited_at is null or edited_at < $4) returning conversation_id`,
      [messageId, JSON.stringify(content), text, at],
    );
    if (row)
      await this.sql.rows(
        'update conversation set last_message_preview = left($2, 160), version = version + 1 where last_message_id = $1 and id = $3',
        [messageId, text ?? '', row.conversation_id],
      );
    return row?.conversation_id;
  }

  /** The customer unsent it: our copy of the content goes, the place in the thread stays. */
  async revoke(messageId: string, at: Date): Promise<{ conversationId: string; mediaId: string | null } | undefined> {
    const row = await this.sql.one<{ conversation_id: string; media_id: string | null }>(
      `update message m set content = jsonb_build_object('type', old.type), text = null, deleted_at = $2, media_id = null
       from (select id, type, media_id from message where id = $1) old
       where m.id = old.id and m.direction = 'in' and m.deleted_at is null returning m.conversation_id, old.media_id`,
      [messageId, at],
    );
    if (!row) return undefined;
    await this.sql.rows(
      `update conversation set last_message_preview = '', last_message_type = 'deleted', version = version + 1 where last_message_id = $1 and id = $2`,
      [messageId, row.conversation_id],
    );
    return { conversationId: row.conversation_id, mediaId: row.media_id };
  }
}

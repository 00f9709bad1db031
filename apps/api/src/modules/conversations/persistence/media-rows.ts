import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import type { RemoteMedia } from '../../channels/index.js';

export interface ExpectedMedia {
  id: string;
  channelId: string;
  conversationId: string;
  messageId: string;
  remote: RemoteMedia;
  fileName: string | null;
}

export interface MediaRow {
  id: string;
  channel_id: string | null;
  conversation_id: string | null;
  message_id: string | null;
  remote: RemoteMedia | null;
  state: 'pending' | 'ready' | 'failed';
  reason: string | null;
  hash: string | null;
  size: string | null;
  content_type: string | null;
  declared_type: string | null;
  file_name: string | null;
  width: number | null;
  height: number | null;
  duration_s: string | null;
  attempts: number;
}

export interface StoredMedia {
  hash: string;
  size: number;
  contentType: string;
  width: number | null;
  height: number | null;
}

const COLUMNS =
  'id, channel_id, conversation_id, message_id, remote, state, reason, hash, size, content_type, declared_type, file_name, width, height, duration_s, attempts';

@Injectable()
export class MediaRows {
  constructor(private readonly sql: Sql) {}

  async expect(media: readonly ExpectedMedia[], at: Date): Promise<void> {
    await this.sql.rows(
      `insert into media_asset (id, channel_id, conversation_id, message_id, remote, state, declared_type, file_name, due_at, created_at)
       select id, channel_id, conversation_id, message_id, remote, 'pending', remote->>'contentType', file_name, $7, $7
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::jsonb[], $6::text[]) as m(id, channel_id, conversation_id, message_id, remote, file_name)`,
      [
        media.map(({ id }) => id),
        media.map(({ channelId }) => channelId),
        media.map(({ conversationId }) => conversationId),
        media.map(({ messageId }) => messageId),
        media.map(({ remote }) => JSON.stringify(remote)),
        media.map(({ fileName }) => fileName),
        at,
      ],
    );
  }

  /** Takes pending ones and pushes their next try away, so that a crash only costs time. */
  claimPending(limit: number, now: Date, nextTry: Date): Promise<MediaRow[]> {
    return this.sql.rows<MediaRow>(
      `update media_asset set due_at = $3, attempts = attempts + 1 where id = any(array(
         select id from media_asset where state = 'pending' and due_at <= $2 order by due_at limit $1 for update skip locked
       )) returning ${COLUMNS}`,
      [limit, now, nextTry],
    );
  }

  async insertUploaded(
    row: {
      id: string;
      channelId: string | null;
      conversationId: string | null;
      fileName: string;
      createdBy: string | null;
      stored: StoredMedia;
    },
    at: Date,
  ): Promise<void> {
    await this.sql.rows(
      `insert into media_asset (id, channel_id, conversation_id, state, hash, size, content_type, file_name, width, height, created_at, created_by)
       values ($1, $2, $3, 'ready', $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        row.id,
        row.channelId,
        row.conversationId,
        row.stored.hash,
        row.stored.size,
        row.stored.contentType,
        row.fileName,
        row.stored.width,
        row.stored.height,
        at,
        row.createdBy,
      ],
    );
  }

  /** False when nobody waits for it any more: it was unsent meanwhile. */
  async ready(id: string, stored: StoredMedia): Promise<boolean> {
    const rows = await this.sql.rows(
      `update media_asset set state = 'ready', reason = null, due_at = null, hash = $2, size = $3, content_type = $4, width = $5, height = $6 where id = $1 and state = 'pending' returning id`,
      [id, stored.hash, stored.size, stored.contentType, stored.width, stored.height],
    );
    return rows.length > 0;
  }

  /** Its sender took it back. @returns the hash of the bytes that we had */
  async unsend(id: string): Promise<string | null> {
    const row = await this.sql.one<{ hash: string | null }>(
      `with old as (select id, hash from media_asset where id = $1 for update)
       update media_asset m set state = 'failed', reason = 'unsent', due_at = null, hash = null from old where m.id = old.id returning old.hash`,
      [id],
    );
    return row?.hash ?? null;
  }

  async anyOf(hash: string): Promise<boolean> {
    return (await this.sql.one('select 1 from media_asset where hash = $1 limit 1', [hash])) !== undefined;
  }

  async failed(id: string, reason: string): Promise<void> {
    await this.sql.rows(
      `update media_asset set state = 'failed', reason = $2, due_at = null where id = $1 and state = 'pending'`,
      [id, reason],
    );
  }

  async postpone(id: string, dueAt: Date, reason: string): Promise<void> {
    await this.sql.rows('update media_asset set due_at = $2, reason = $3 where id = $1', [id, dueAt, reason]);
  }

  async byIds(ids: readonly string[]): Promise<Map<string, MediaRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.sql.rows<MediaRow>(`select ${COLUMNS} from media_asset where id = any($1::uuid[])`, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

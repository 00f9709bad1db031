import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { SignedMediaUrl } from '../../../platform/storage/signed-media-url.js';
import { People } from '../../auth/index.js';
import { previewOf } from '../domain/message-preview.js';
import { statusOf } from '../domain/message-status.js';
import { type MediaRow, MediaRows } from '../persistence/media-rows.js';
import { ThreadQuery, type ThreadRow } from '../persistence/thread.query.js';
import type { MessageMediaView, MessageView } from './message.view.js';

const UNCONFIRMED_AFTER_MS = 24 * 3_600_000;

/** Messages as everybody reads them: REST, sockets, catch-up. */
@Injectable()
export class PresentMessages {
  constructor(
    private readonly people: People,
    private readonly thread: ThreadQuery,
    private readonly media: MediaRows,
    private readonly urls: SignedMediaUrl,
    private readonly clock: Clock,
  ) {}

  async present(rows: readonly ThreadRow[]): Promise<MessageView[]> {
    const [people, replied, media] = await Promise.all([
      this.people.byIds(rows.flatMap((row) => (row.author === 'advisor' && row.author_id ? [row.author_id] : []))),
      this.thread.byIds(rows.flatMap((row) => row.reply_to_id ?? [])),
      this.media.byIds(rows.flatMap((row) => row.media_id ?? [])),
    ]);
    return rows.map((row) => {
      const target = row.reply_to_id ? replied.get(row.reply_to_id) : undefined;
      const asset = row.media_id ? media.get(row.media_id) : undefined;
      return {
        id: row.id,
        conversationId: row.conversation_id,
        direction: row.direction,
        author: {
          kind: row.author,
          id: row.author_id,
          name: row.author_id ? (people.get(row.author_id)?.name ?? null) : null,
        },
        type: row.deleted_at ? 'deleted' : row.type,
        text: row.text,
        content: shown(row),
        media: asset ? this.mediaOf(asset) : null,
        replyTo: target
          ? {
              id: target.id,
              author: target.author,
              type: target.type,
              preview: target.deleted_at ? '' : previewOf(target.content),
            }
          : null,
        reactions: row.reactions,
        status: row.status === null ? null : statusOf(row.status),
        statusTimes: row.status_times,
        failure: this.failureOf(row),
        assistantTurnId: row.assistant_turn_id,
        clientMessageId: row.client_message_id,
        editedAt: row.edited_at?.toISOString() ?? null,
        deletedAt: row.deleted_at?.toISOString() ?? null,
        at: row.sent_at.toISOString(),
        receivedAt: row.received_at.toISOString(),
      };
    });
  }

  private mediaOf(asset: MediaRow): MessageMediaView {
    const ready = asset.state === 'ready';
    const url = ready ? this.urls.sign(asset.id, 'original') : null;
    return {
      id: asset.id,
      state: asset.state,
      url,
      thumbnailUrl: ready && asset.content_type?.startsWith('image/') ? url : null,
      contentType: asset.content_type ?? asset.declared_type,
      size: asset.size === null ? null : Number(asset.size),
      fileName: asset.file_name,
      width: asset.width,
      height: asset.height,
      durationS: asset.duration_s === null ? null : Number(asset.duration_s),
      reason: asset.reason,
    };
  }

  /** Nobody told for a day what became of it. */
  private failureOf(row: ThreadRow): MessageView['failure'] {
    const lost =
      row.status !== null &&
      statusOf(row.status) === 'unknown' &&
      this.clock.now().getTime() - row.sent_at.getTime() > UNCONFIRMED_AFTER_MS;
    if (lost)
      return {
        code: 'unconfirmed',
        reason: 'unconfirmed',
        title: 'The provider never said whether it arrived.',
        details: null,
        retryable: false,
      };
    return row.failure;
  }
}

/** Provider handles of media are not for clients. */
function shown(row: ThreadRow): Record<string, unknown> {
  if (row.deleted_at) return {};
  const { remote: _remote, targetProviderMessageId: _target, ...content } = row.content as Record<string, unknown>;
  return content;
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Waker } from '../../../platform/jobs/waker.js';
import type { MessageContent } from '../../channels/index.js';
import { MediaRows } from '../persistence/media-rows.js';
import type { Received } from './received.js';

export const FETCH_MEDIA_JOB = 'fetch-media';

/** What customers send along is fetched by a worker, right after the message is stored. */
@Injectable()
export class InboundMedia {
  constructor(
    private readonly rows: MediaRows,
    private readonly transaction: Transaction,
    private readonly waker: Waker,
    private readonly clock: Clock,
  ) {}

  static idFor(content: MessageContent): string | null {
    return 'remote' in content && content.remote ? newId() : null;
  }

  async expect(received: readonly Received[]): Promise<void> {
    const expected = received.flatMap(({ id, item, conversation, mediaId }) => {
      const { content } = item.event;
      if (!mediaId || !('remote' in content) || !content.remote) return [];
      return [
        {
          id: mediaId,
          channelId: item.channelId,
          conversationId: conversation.id,
          messageId: id,
          remote: content.remote,
          fileName: content.fileName ?? null,
        },
      ];
    });
    if (expected.length === 0) return;
    await this.rows.expect(expected, this.clock.now());
    this.transaction.afterCommit(() => this.waker.wake(FETCH_MEDIA_JOB));
  }
}

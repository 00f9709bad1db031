import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { messageChanged } from '../../modules/conversations/index.js';
import { MediaRows } from '../../modules/conversations/persistence/media-rows.js';
import { StoreMedia } from '../../modules/conversations/services/store-media.js';
import { mediaTypeOf, readMedia } from './demo-data.js';

/** Stands in for the provider's media host. */
@Injectable()
export class DemoMedia {
  constructor(
    private readonly rows: MediaRows,
    private readonly store: StoreMedia,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What customers sent along becomes ours. */
  async fetch(): Promise<void> {
    const now = this.clock.now();
    for (const row of await this.rows.claimPending(100, now, now)) {
      const name = row.remote?.providerMediaId ?? '';
      await this.rows.ready(row.id, await this.store.store(bytesOf(name), mediaTypeOf(name), name));
      if (row.message_id && row.conversation_id)
        await this.outbox.append(messageChanged, [
          { messageId: row.message_id, conversationId: row.conversation_id, change: 'media' },
        ]);
    }
  }

  /** A file that a colleague sends. Returns its asset. */
  upload(name: string, context: { channelId: string; conversationId: string; userId: string | null }): Promise<string> {
    return this.store.upload(bytesOf(name), { name, declaredType: mediaTypeOf(name) }, context);
  }
}

async function* bytesOf(name: string): AsyncIterable<Uint8Array> {
  yield readMedia(name);
}

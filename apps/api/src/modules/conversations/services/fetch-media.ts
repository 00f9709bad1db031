import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { DomainError } from '../../../platform/http/domain-error.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Channels, ProviderCallError } from '../../channels/index.js';
import { messageChanged } from '../conversations.events.js';
import { MediaRows, type MediaRow } from '../persistence/media-rows.js';
import { StoreMedia } from './store-media.js';

const AT_ONCE = 4;
const MOST_TRIES = 6;
const MINUTE = 60_000;

/** Fetches what customers sent, once each, while the provider still has it. */
@Injectable()
export class FetchMedia {
  private readonly logger = new Logger('media');

  constructor(
    private readonly rows: MediaRows,
    private readonly store: StoreMedia,
    private readonly channels: Channels,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async fetchDue(): Promise<number> {
    const now = this.clock.now();
    const due = await this.rows.claimPending(AT_ONCE, now, new Date(now.getTime() + 5 * MINUTE));
    await Promise.all(due.map((row) => this.fetch(row)));
    return due.length;
  }

  private async fetch(row: MediaRow): Promise<void> {
    if (!row.remote || !row.channel_id) return this.settle(row, () => this.rows.failed(row.id, 'not_available'));
    try {
      const { adapter, connection } = await this.channels.connect(row.channel_id);
      const fetched = await adapter.fetchMedia(connection, row.remote);
      const stored = await this.store.store(fetched.body, fetched.contentType || row.remote.contentType, row.file_name);
      await this.settle(row, async () => {
        if (!(await this.rows.ready(row.id, stored))) await this.store.discard(stored.hash);
      });
    } catch (error) {
      await this.giveUpOrWait(row, error);
    }
  }

  private async giveUpOrWait(row: MediaRow, error: unknown): Promise<void> {
    const refused = error instanceof DomainError ? error.code : undefined;
    const gone = error instanceof ProviderCallError && error.failure.class === 'permanent';
    if (refused || gone || row.attempts >= MOST_TRIES)
      return this.settle(row, () => this.rows.failed(row.id, refused ?? 'not_available'));
    this.logger.warn({ err: error, mediaId: row.id }, 'media could not be fetched yet');
    await this.rows.postpone(
      row.id,
      new Date(this.clock.now().getTime() + MINUTE * 2 ** (row.attempts - 1) * 0.2),
      'provider_down',
    );
  }

  private async settle(row: MediaRow, write: () => Promise<void>): Promise<void> {
    await this.transaction.run(async () => {
      await write();
      if (row.message_id && row.conversation_id)
        await this.outbox.append(messageChanged, [
          { messageId: row.message_id, conversationId: row.conversation_id, change: 'media' },
        ]);
    });
  }
}

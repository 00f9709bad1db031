import { Injectable, Logger } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { MediaRows } from '../persistence/media-rows.js';
import { StoreMedia } from './store-media.js';

/** Takes our copy of a file away that its sender took back. */
@Injectable()
export class ForgetMedia {
  private readonly logger = new Logger('media');

  constructor(
    private readonly rows: MediaRows,
    private readonly store: StoreMedia,
    private readonly transaction: Transaction,
  ) {}

  /** Joins the caller's transaction; the bytes go once it is durable, and only when no other message has the same. */
  async unsent(mediaId: string): Promise<void> {
    const hash = await this.rows.unsend(mediaId);
    if (!hash) return;
    this.transaction.afterCommit(() => {
      this.store
        .discard(hash)
        .catch((error: unknown) =>
          this.logger.warn({ err: error, mediaId }, 'the bytes of an unsent file could not be removed'),
        );
    });
  }
}

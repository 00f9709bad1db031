import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { ConversationChanges } from '../persistence/conversation-changes.js';
import type { InboxRow } from '../persistence/inbox.query.js';
import { ChangeConversation } from './change-conversation.js';
import { ReadMarks } from './read-marks.js';

/** Seen and not seen, for one person; and the blue ticks that the customer gets for it. */
@Injectable()
export class SeeConversation {
  private readonly logger = new Logger('read-mark');

  constructor(
    private readonly changes: ConversationChanges,
    private readonly tell: ChangeConversation,
    private readonly transaction: Transaction,
    private readonly marks: ReadMarks,
    private readonly clock: Clock,
  ) {}

  async seen(row: InboxRow, userId: string): Promise<void> {
    const changed = await this.transaction.run(async () => {
      const moved = await this.changes.seen(row.id, userId, this.clock.now());
      if (moved) await this.tell.tell(row.id, 'read', userId, row);
      return moved;
    });
    // The provider is asked last and for courtesy only: whatever it answers, what was seen is seen.
    if (changed && row.unread > 0)
      void this.marks
        .mark(row.id, row.channel_id)
        .catch((error: unknown) => this.logger.warn({ err: error }, 'the provider did not take a read mark'));
  }

  async unseen(row: InboxRow, userId: string): Promise<void> {
    await this.transaction.run(async () => {
      await this.changes.unseen(row.id, userId, this.clock.now());
      await this.tell.tell(row.id, 'read', userId, row);
    });
  }
}

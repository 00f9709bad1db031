import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { noteAdded } from '../conversations.events.js';
import { clientPurpose } from '../domain/client-purpose.js';
import { threadTime } from '../domain/thread-time.js';
import { OutboundRows } from '../persistence/outbound-rows.js';

/** An internal note: a message that is written to no queue, so that nothing can ever send it. */
@Injectable()
export class AddNote {
  constructor(
    private readonly rows: OutboundRows,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async add(
    conversationId: string,
    channelId: string,
    authorId: string,
    note: { text: string; mentions: readonly string[]; clientMessageId: string | null },
  ): Promise<string> {
    return this.transaction.run(async () => {
      const id = newId();
      const key = note.clientMessageId && clientPurpose(conversationId, authorId, note.clientMessageId);
      const known = key ? await this.rows.findPurpose(key) : undefined;
      if (known) return known;
      if (key) await this.rows.claimPurpose(key, id);
      await this.rows.insert({
        id,
        conversationId,
        channelId,
        author: 'advisor',
        authorId,
        type: 'note',
        text: note.text,
        content: { type: 'note', text: note.text, mentions: note.mentions },
        status: 0,
        replyToId: null,
        mediaId: null,
        clientMessageId: note.clientMessageId,
        sendGroupId: null,
        offer: null,
        assistantTurnId: null,
        category: 'service',
        at: threadTime(this.clock.now()),
      });
      await this.outbox.append(noteAdded, [
        { messageId: id, conversationId, authorId, mentionedUserIds: [...new Set(note.mentions)] },
      ]);
      return id;
    });
  }
}

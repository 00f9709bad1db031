import { Injectable } from '@nestjs/common';
import { Consents } from '../../contacts/index.js';
import { isStopWord } from '../domain/stop-word.js';
import { ConfirmOptOut } from './confirm-opt-out.js';
import type { Received } from './received.js';

/** STOP is heard here, with the assistant on or off: consent is withdrawn at once and confirmed once. */
@Injectable()
export class HearStopWords {
  constructor(
    private readonly consents: Consents,
    private readonly confirm: ConfirmOptOut,
  ) {}

  async hear(received: readonly Received[]): Promise<void> {
    for (const { id, item, contact, conversation, text } of received) {
      if (contact.blocked || !isStopWord(text)) continue;
      await this.consents.withdraw({
        contactId: contact.contactId,
        channelKind: item.channelKind,
        category: 'marketing',
        by: 'message',
        text,
        messageId: id,
        at: new Date(item.event.at),
      });
      await this.confirm.confirm(conversation.id);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import { Listener, type EventListener } from '../../../platform/outbox/event-listener.js';
import { Conversations } from '../../conversations/index.js';
import { enquiryAttributed } from '../links.events.js';

/** Puts on each conversation where its latest enquiry came from; a direct one leaves what is there. */
@Injectable()
@Listener({})
export class ShowOriginListener implements EventListener {
  readonly name = 'show-origin';
  readonly events = [enquiryAttributed];

  constructor(private readonly conversations: Conversations) {}

  async handle(batch: readonly EventItem[]): Promise<void> {
    const marks = itemsOf(enquiryAttributed, batch).flatMap(({ data: { conversationId, network, linkId, itemId } }) =>
      network ? [{ conversationId, network, linkId, itemId }] : [],
    );
    await this.conversations.setAttributions(marks);
  }
}

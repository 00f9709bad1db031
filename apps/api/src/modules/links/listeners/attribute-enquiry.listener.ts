import { Injectable } from '@nestjs/common';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import { Listener, type EventListener } from '../../../platform/outbox/event-listener.js';
import { messageReceived } from '../../conversations/index.js';
import { AttributeEnquiries } from '../services/attribute-enquiries.js';

/** Finds out what brought each enquiry. */
@Injectable()
@Listener({})
export class AttributeEnquiryListener implements EventListener {
  readonly name = 'attribute-enquiry';
  readonly events = [messageReceived];

  constructor(private readonly attributeEnquiries: AttributeEnquiries) {}

  async handle(batch: readonly EventItem[]): Promise<void> {
    await this.attributeEnquiries.attribute(itemsOf(messageReceived, batch).map((item) => item.data));
  }
}

import { Injectable } from '@nestjs/common';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import { Listener, type EventListener } from '../../../platform/outbox/event-listener.js';
import { leadChanged, leadCreated } from '../leads.events.js';
import { TellOfLeads } from '../services/tell-of-leads.js';

/** Puts each conversation's lead on it, and counts for each link what it brought. */
@Injectable()
@Listener({})
export class ShowLeadListener implements EventListener {
  readonly name = 'show-lead';
  readonly events = [leadCreated, leadChanged];

  constructor(private readonly tellOfLeads: TellOfLeads) {}

  async handle(batch: readonly EventItem[]): Promise<void> {
    const created = itemsOf(leadCreated, batch).flatMap(({ data }) => (data.anonymous ? [] : [data.leadId]));
    await this.tellOfLeads.tell([...created, ...itemsOf(leadChanged, batch).map(({ data }) => data.leadId)]);
  }
}

import { Injectable } from '@nestjs/common';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import { Listener, type EventListener } from '../../../platform/outbox/event-listener.js';
import { leadChanged, leadCreated } from '../leads.events.js';
import { TellNewLeads } from '../services/tell-new-leads.js';

/** Notifies of leads that arrive, and of those that one person gives to another. */
@Injectable()
@Listener({})
export class NotifyNewLeadListener implements EventListener {
  readonly name = 'notify-new-lead';
  readonly events = [leadCreated, leadChanged];

  constructor(private readonly tellNewLeads: TellNewLeads) {}

  async handle(batch: readonly EventItem[]): Promise<void> {
    await this.tellNewLeads.arrived(
      itemsOf(leadCreated, batch).flatMap(({ seq, data }) => (data.anonymous ? [] : [{ leadId: data.leadId, seq }])),
    );
    for (const { seq, data } of itemsOf(leadChanged, batch))
      if (data.change === 'assigned' && data.to && data.byUserId)
        await this.tellNewLeads.assigned(data.leadId, { toUserId: data.to, byUserId: data.byUserId, seq });
  }
}

import { Injectable } from '@nestjs/common';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import {
  Projection,
  type ProjectedEvent,
  type RealtimeProjection,
} from '../../../platform/realtime/realtime-projection.js';
import { leadChanged, leadCreated } from '../leads.events.js';
import { LeadViews } from '../services/lead-views.js';

/** Shows boards what happens to leads. Unclaimed clicks are not on boards. */
@Injectable()
@Projection({})
export class LeadProjection implements RealtimeProjection {
  readonly events = [leadCreated, leadChanged];

  constructor(private readonly views: LeadViews) {}

  async project(items: readonly EventItem[]): Promise<ProjectedEvent[]> {
    const news = [
      ...itemsOf(leadCreated, items).flatMap(({ seq, at, data }) =>
        data.anonymous ? [] : [{ seq, at, leadId: data.leadId, type: 'lead.created' }],
      ),
      ...itemsOf(leadChanged, items).map(({ seq, at, data }) => ({ seq, at, leadId: data.leadId, type: 'lead.moved' })),
    ];
    const seen = new Map(
      (await this.views.withRooms([...new Set(news.map(({ leadId }) => leadId))])).map((one) => [one.lead.id, one]),
    );
    return news.flatMap(({ seq, at, leadId, type }) => {
      const { lead, rooms } = seen.get(leadId) ?? {};
      return lead && rooms && !lead.anonymous ? [{ seq, type, at: at.toISOString(), data: lead, rooms }] : [];
    });
  }
}

import { Injectable } from '@nestjs/common';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import { Projection, type ProjectedEvent, type RealtimeProjection } from '../../../platform/realtime/realtime-projection.js';
import { roomsOfLead } from '../domain/lead-rooms.js';
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
      ...itemsOf(leadCreated, items).flatMap(({ seq, at, data }) => (data.anonymous ? [] : [{ seq, at, leadId: data.leadId, type: 'lead.created', left: null }])),
      ...itemsOf(leadChanged, items).map(({ seq, at, data }) => ({ seq, at, leadId: data.leadId, type: 'lead.moved', left: data.change === 'assigned' ? (data.from ?? null) : null })),
    ];
    const ids = [...new Set(news.map(({ leadId }) => leadId))];
    const leads = new Map((await this.views.byIds(ids, null)).map((lead) => [lead.id, lead]));
    const teams = await this.views.teamsOf(ids);
    return news.flatMap(({ seq, at, leadId, type, left }) => {
      const lead = leads.get(leadId);
      if (!lead || lead.anonymous) return [];
      return [{ seq, type, at: at.toISOString(), data: lead, rooms: roomsOfLead({ assigneeId: lead.assignee?.id ?? null, source: lead.source.kind, teamId: teams.get(leadId) ?? null, left }) }];
    });
  }
}

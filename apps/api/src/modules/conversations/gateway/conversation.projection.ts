import { Injectable } from '@nestjs/common';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import {
  Projection,
  type ProjectedEvent,
  type RealtimeProjection,
} from '../../../platform/realtime/realtime-projection.js';
import { conversationChanged, echoReceived, messageQueued, messageReceived } from '../conversations.events.js';
import { roomsFor } from '../domain/visibility.js';
import { PresentConversations } from '../http/present-conversations.js';
import { InboxQuery } from '../persistence/inbox.query.js';

/** Rows of the inbox as they change. One event a conversation and batch: the latest state, not the way there. */
@Injectable()
@Projection({})
export class ConversationProjection implements RealtimeProjection {
  readonly events = [messageReceived, messageQueued, echoReceived, conversationChanged];

  constructor(
    private readonly inbox: InboxQuery,
    private readonly presenter: PresentConversations,
  ) {}

  async project(items: readonly EventItem[]): Promise<ProjectedEvent[]> {
    const latest = new Map<string, EventItem>();
    for (const item of items) latest.set((item.data as { conversationId: string }).conversationId, item);
    const rows = await this.inbox.byIds([...latest.keys()], null);
    const views = await this.presenter.present(rows);
    const upserts = rows.flatMap((row, index): ProjectedEvent[] => {
      const item = latest.get(row.id);
      const view = views[index];
      if (!item || !view) return [];
      return [
        {
          seq: item.seq,
          type: 'conversation.upserted',
          at: item.at.toISOString(),
          data: view,
          rooms: roomsFor({ assigneeId: row.assignee_id, teamId: row.team_id, sourceNetwork: row.source_network }),
        },
      ];
    });
    return [...upserts, ...this.removals(items), ...this.counts(items, upserts)];
  }

  /** Whoever had it and may not see it any more takes it off the list. */
  private removals(items: readonly EventItem[]): ProjectedEvent[] {
    return itemsOf(conversationChanged, items).flatMap(({ seq, at, data }): ProjectedEvent[] => {
      const before = roomsFor({
        assigneeId: data.previousAssigneeId,
        teamId: data.previousTeamId,
        sourceNetwork: null,
      });
      const after = new Set(roomsFor({ assigneeId: data.assigneeId, teamId: data.teamId, sourceNetwork: null }));
      const left = before.filter((room) => !after.has(room));
      return left.length > 0
        ? [{ seq, type: 'conversation.removed', at: at.toISOString(), data: { id: data.conversationId }, rooms: left }]
        : [];
    });
  }

  /** A hint that tabs and badges changed; the figures come from the one endpoint. */
  private counts(items: readonly EventItem[], upserts: readonly ProjectedEvent[]): ProjectedEvent[] {
    const last = items.at(-1);
    const rooms = [...new Set(upserts.flatMap((event) => event.rooms))];
    return last && rooms.length > 0
      ? [{ seq: last.seq, type: 'counts.changed', at: last.at.toISOString(), data: {}, rooms }]
      : [];
  }
}

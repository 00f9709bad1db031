import { Injectable } from '@nestjs/common';
import { type EventItem, itemsOf } from '../../../platform/outbox/domain-event.js';
import {
  Projection,
  type ProjectedEvent,
  type RealtimeProjection,
} from '../../../platform/realtime/realtime-projection.js';
import {
  echoReceived,
  messageChanged,
  messageQueued,
  messageReceived,
  messageStatusChanged,
  noteAdded,
} from '../conversations.events.js';
import { openRoomOf } from '../domain/visibility.js';
import { PresentMessages } from '../http/present-messages.js';
import type { MessageView } from '../http/message.view.js';
import { ThreadQuery } from '../persistence/thread.query.js';
import { ConversationRooms } from '../services/conversation-rooms.js';

const CREATING = new Set([messageReceived.topic, messageQueued.topic, echoReceived.topic, noteAdded.topic]);

interface AboutMessage {
  messageId: string;
  conversationId: string;
}

/**
 * Bubbles as they come and change, to those who may see the conversation now: the room of who has it open still holds somebody who lost it meanwhile.
 * Ticks go only to those who have it open.
 */
@Injectable()
@Projection({})
export class MessageProjection implements RealtimeProjection {
  readonly events = [messageReceived, messageQueued, echoReceived, noteAdded, messageChanged, messageStatusChanged];

  constructor(
    private readonly thread: ThreadQuery,
    private readonly presenter: PresentMessages,
    private readonly rooms: ConversationRooms,
  ) {}

  async project(items: readonly EventItem[]): Promise<ProjectedEvent[]> {
    const about = items as readonly EventItem<AboutMessage>[];
    const rows = await this.thread.byIds([...new Set(about.map(({ data }) => data.messageId))]);
    const views = new Map((await this.presenter.present([...rows.values()])).map((view) => [view.id, view]));
    const loud = about.filter(({ topic }) => topic !== messageStatusChanged.topic);
    const rooms = await this.rooms.of(loud.map(({ data }) => data.conversationId));
    const shown = loud.flatMap(({ seq, topic, at, data }): ProjectedEvent[] => {
      const view = views.get(data.messageId);
      const type = CREATING.has(topic) ? 'message.created' : 'message.updated';
      return view && view.type !== 'reaction'
        ? [{ seq, type, at: at.toISOString(), data: view, rooms: rooms.get(data.conversationId) ?? [] }]
        : [];
    });
    return [...shown, ...this.ticks(items, views)];
  }

  private ticks(items: readonly EventItem[], views: ReadonlyMap<string, MessageView>): ProjectedEvent[] {
    const latest = new Map(itemsOf(messageStatusChanged, items).map((item) => [item.data.messageId, item]));
    return [...latest.values()].flatMap(({ seq, at, data }): ProjectedEvent[] => {
      const view = views.get(data.messageId);
      if (!view) return [];
      const { id, conversationId, status, statusTimes, failure } = view;
      return [
        {
          seq,
          type: 'message.status',
          at: at.toISOString(),
          data: { id, conversationId, status, statusTimes, failure },
          rooms: [openRoomOf(conversationId)],
        },
      ];
    });
  }
}

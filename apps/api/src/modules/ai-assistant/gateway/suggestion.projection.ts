import { Injectable } from '@nestjs/common';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import {
  Projection,
  type ProjectedEvent,
  type RealtimeProjection,
} from '../../../platform/realtime/realtime-projection.js';
import { assistantRoomOf } from '../../auth/index.js';
import { ConversationRooms } from '../../conversations/index.js';
import { assistantSuggested } from '../assistant.events.js';
import { TurnList } from '../persistence/turn-list.js';

/** Shows what the assistant suggests to whoever may see the conversation and use the assistant. */
@Injectable()
@Projection({})
export class SuggestionProjection implements RealtimeProjection {
  readonly events = [assistantSuggested];

  constructor(
    private readonly turns: TurnList,
    private readonly rooms: ConversationRooms,
  ) {}

  async project(items: readonly EventItem[]): Promise<ProjectedEvent[]> {
    const suggested = itemsOf(assistantSuggested, items);
    const turns = await this.turns.byIds(suggested.map(({ data }) => data.turnId));
    const rooms = await this.rooms.of(suggested.map(({ data }) => data.conversationId));
    return suggested.flatMap(({ seq, at, data: { turnId, conversationId } }) => {
      const turn = turns.get(turnId);
      if (turn?.state !== 'suggested') return [];
      const { intent, confidence, reply } = turn;
      return [
        {
          seq,
          type: 'isac.suggestion',
          at: at.toISOString(),
          data: {
            conversationId,
            turn: { id: turnId, intent, confidence, reply, createdAt: turn.createdAt.toISOString() },
          },
          rooms: (rooms.get(conversationId) ?? []).map(assistantRoomOf),
        },
      ];
    });
  }
}

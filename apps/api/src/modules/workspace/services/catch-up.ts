import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/http/domain-error.js';
import { MissedEvents } from '../../../platform/realtime/missed-events.js';
import { type Principal, roomsOf } from '../../auth/index.js';
import { Conversations, openRoomOf } from '../../conversations/index.js';

export interface CaughtUp {
  seq: string;
  events: { seq: string; type: string; at: string; data: unknown }[];
}

/** What a panel that was away missed, as its socket would have told it. */
@Injectable()
export class CatchUp {
  constructor(
    private readonly missed: MissedEvents,
    private readonly conversations: Conversations,
  ) {}

  /** @throws too_far_behind (410): fetch everything again, and go on from `seq` */
  async since(reader: Principal, seq: string | undefined, conversationId: string | undefined): Promise<CaughtUp> {
    // Somebody who has seen nothing yet only needs to know where to begin.
    if (seq === undefined) return { seq: await this.missed.now(), events: [] };
    const rooms = new Set(roomsOf(reader));
    if (conversationId !== undefined && (await this.conversations.visibleAmong(reader, [conversationId])).size > 0)
      rooms.add(openRoomOf(conversationId));
    const found = await this.missed.since(seq, rooms);
    if (found.kind === 'too_far_behind')
      throw new DomainError('too_far_behind', 410, 'Too much happened since: load everything again.', {
        seq: found.seq,
      });
    return { seq: found.seq, events: found.events };
  }
}

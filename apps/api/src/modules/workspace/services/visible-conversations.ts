import { Injectable } from '@nestjs/common';
import { type Principal, roomsOf } from '../../auth/index.js';
import { ConversationRooms } from '../../conversations/index.js';

/** Which of these conversations somebody may read: the rule of the sockets, asked for a page. A key's scope alone decides. */
@Injectable()
export class VisibleConversations {
  constructor(private readonly rooms: ConversationRooms) {}

  async among(reader: Principal, ids: readonly string[]): Promise<Set<string>> {
    const mine = new Set(reader.kind === 'key' ? [...roomsOf(reader), 'inbox:all'] : roomsOf(reader));
    const rooms = await this.rooms.of(ids);
    return new Set(ids.filter((id) => rooms.get(id)?.some((room) => mine.has(room))));
  }
}

import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/http/domain-error.js';
import { type Principal, roomsOf } from '../../auth/index.js';
import { ConversationRooms } from '../../conversations/index.js';

/** Whether somebody may read a conversation: the rule of the sockets. A key's scope alone decides. */
@Injectable()
export class SeenConversation {
  constructor(private readonly rooms: ConversationRooms) {}

  /** @throws not_found */
  async check(reader: Principal, conversationId: string): Promise<void> {
    const mine = new Set(reader.kind === 'key' ? [...roomsOf(reader), 'inbox:all'] : roomsOf(reader));
    const rooms = (await this.rooms.of([conversationId])).get(conversationId) ?? [];
    if (!rooms.some((room) => mine.has(room))) throw notFound('conversation');
  }
}

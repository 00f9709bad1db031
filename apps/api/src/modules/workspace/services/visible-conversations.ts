import { Injectable } from '@nestjs/common';
import { type Principal, roomsOf } from '../../auth/index.js';
import { ConversationRooms, Conversations, type ConversationSummary, type ConversationView, ConversationViews } from '../../conversations/index.js';

/** Which conversations somebody may read: the rule of the sockets, asked for a page. A key's scope alone decides. */
@Injectable()
export class VisibleConversations {
  constructor(
    private readonly rooms: ConversationRooms,
    private readonly conversations: Conversations,
    private readonly views: ConversationViews,
  ) {}

  async among(reader: Principal, ids: readonly string[]): Promise<Set<string>> {
    const mine = new Set(reader.kind === 'key' ? [...roomsOf(reader), 'inbox:all'] : roomsOf(reader));
    const rooms = await this.rooms.of(ids);
    return new Set(ids.filter((id) => rooms.get(id)?.some((room) => mine.has(room))));
  }

  /** Undefined when there is none, or none that the reader may see. */
  async find(reader: Principal, id: string): Promise<ConversationSummary | undefined> {
    const conversation = (await this.conversations.byIds([id])).get(id);
    return conversation && (await this.among(reader, [id])).has(id) ? conversation : undefined;
  }

  /** The same person's other threads, the liveliest first. */
  async besides(reader: Principal, { id, contactId }: ConversationSummary): Promise<ConversationView[]> {
    const others = (await this.conversations.ofContact(contactId)).map((one) => one.id).filter((one) => one !== id);
    const seen = await this.among(reader, others);
    return this.views.byIds(others.filter((one) => seen.has(one)), reader.kind === 'user' ? reader.id : null);
  }
}

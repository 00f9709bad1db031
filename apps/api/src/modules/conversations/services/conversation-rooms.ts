import { Injectable } from '@nestjs/common';
import { roomsFor } from '../domain/visibility.js';
import { belongingOf, InboxQuery } from '../persistence/inbox.query.js';

/** The socket rooms whose people may see a conversation. */
@Injectable()
export class ConversationRooms {
  constructor(private readonly inbox: InboxQuery) {}

  async of(ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.inbox.byIds([...new Set(ids)], null);
    return new Map(rows.map((row) => [row.id, roomsFor(belongingOf(row))]));
  }
}

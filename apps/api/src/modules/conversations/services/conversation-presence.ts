import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { RealtimePublisher } from '../../../platform/realtime/realtime-publisher.js';
import { openRoomOf } from '../domain/visibility.js';
import { ConversationRooms } from './conversation-rooms.js';

interface Viewer {
  id: string;
  name: string;
}

/** Who looks at which conversation on this process, and who writes. Nothing of it is kept. */
@Injectable()
export class ConversationPresence {
  private readonly turns = new WeakMap<Socket, Promise<void>>();
  private readonly looking = new Map<string, { conversationId: string; viewer: Viewer; rooms: string[] }>();

  constructor(
    private readonly rooms: ConversationRooms,
    private readonly publisher: RealtimePublisher,
  ) {}

  /** Looks at a conversation, or at none. False when it may not be seen: the rooms a socket is in decide. */
  view(socket: Socket, conversationId: string | null): Promise<boolean> {
    // One after the other: two at once would join two rooms, and leave one of them for ever.
    const turn = (this.turns.get(socket) ?? Promise.resolve()).then(() => this.look(socket, conversationId));
    this.turns.set(
      socket,
      turn.then(
        () => undefined,
        () => undefined,
      ),
    );
    return turn;
  }

  private async look(socket: Socket, conversationId: string | null): Promise<boolean> {
    this.left(socket);
    if (conversationId === null) return true;
    const rooms = (await this.rooms.of([conversationId])).get(conversationId) ?? [];
    // Whoever has gone meanwhile was told to have left already.
    if (!socket.connected || !rooms.some((room) => socket.rooms.has(room))) return false;
    await socket.join(openRoomOf(conversationId));
    this.looking.set(socket.id, { conversationId, viewer: viewerOf(socket), rooms });
    this.announce(conversationId, rooms);
    return true;
  }

  /** False unless the conversation is the one this socket looks at. */
  typing(socket: Socket, conversationId: string): boolean {
    const place = this.looking.get(socket.id);
    if (place?.conversationId !== conversationId) return false;
    this.publisher.emitVolatile(
      [...place.rooms, openRoomOf(conversationId)],
      'typing',
      { conversationId, userId: place.viewer.id, name: place.viewer.name },
      place.viewer.id,
    );
    return true;
  }

  left(socket: Socket): void {
    const place = this.looking.get(socket.id);
    if (!place) return;
    this.looking.delete(socket.id);
    void socket.leave(openRoomOf(place.conversationId));
    this.announce(place.conversationId, place.rooms);
  }

  private announce(conversationId: string, rooms: readonly string[]): void {
    const viewers = new Map(
      [...this.looking.values()]
        .filter((place) => place.conversationId === conversationId)
        .map(({ viewer }) => [viewer.id, viewer]),
    );
    this.publisher.emitVolatile([...rooms, openRoomOf(conversationId)], 'presence', {
      conversationId,
      viewers: [...viewers.values()],
    });
  }
}

function viewerOf(socket: Socket): Viewer {
  const { id, name } = (socket.data as { principal: Viewer }).principal;
  return { id, name };
}

import { ConnectedSocket, MessageBody, type OnGatewayDisconnect, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { readTypingMessage, readViewMessage } from '@hilo/realtime-events';
import { ConversationPresence } from '../services/conversation-presence.js';
import { ShowTyping } from '../services/show-typing.js';

/** What panels may say on the socket: which conversation they look at, and that somebody writes. */
@WebSocketGateway({ namespace: '/realtime' })
export class ConversationGateway implements OnGatewayDisconnect {
  constructor(
    private readonly presence: ConversationPresence,
    private readonly customer: ShowTyping,
  ) {}

  @SubscribeMessage('view')
  async view(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): Promise<{ ok: boolean }> {
    const wanted = readViewMessage(body);
    return { ok: wanted !== undefined && (await this.presence.view(socket, wanted.conversationId)) };
  }

  @SubscribeMessage('typing')
  async typing(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): Promise<{ ok: boolean }> {
    const wanted = readTypingMessage(body);
    if (wanted === undefined || !this.presence.typing(socket, wanted.conversationId)) return { ok: false };
    this.customer.show(wanted.conversationId);
    return { ok: true };
  }

  handleDisconnect(socket: Socket): void {
    this.presence.left(socket);
  }
}

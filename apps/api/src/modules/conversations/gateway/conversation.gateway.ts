import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayDisconnect,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { readTypingMessage, readViewMessage } from '@hilo/realtime-events';
import { Clock } from '../../../platform/clock/clock.js';
import type { AdmittedSocket } from '../../../platform/realtime/socket-admission.js';
import { ConversationPresence } from '../services/conversation-presence.js';
import { ShowTyping } from '../services/show-typing.js';
import { SocketBucket } from './socket-bucket.js';

/** What panels may say on the socket: which conversation they look at, and that somebody writes. */
@WebSocketGateway({ namespace: '/realtime' })
export class ConversationGateway implements OnGatewayDisconnect {
  constructor(
    private readonly presence: ConversationPresence,
    private readonly customer: ShowTyping,
    private readonly clock: Clock,
  ) {}

  private readonly buckets = new WeakMap<Socket, SocketBucket>();

  @SubscribeMessage('view')
  async view(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): Promise<{ ok: boolean }> {
    if (!this.hears(socket)) return { ok: false };
    const wanted = readViewMessage(body);
    return { ok: wanted !== undefined && (await this.presence.view(socket, wanted.conversationId)) };
  }

  @SubscribeMessage('typing')
  async typing(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): Promise<{ ok: boolean }> {
    if (!this.hears(socket)) return { ok: false };
    const wanted = readTypingMessage(body);
    if (wanted === undefined || !this.presence.typing(socket, wanted.conversationId)) return { ok: false };
    if (mayWrite(socket)) this.customer.show(wanted.conversationId);
    return { ok: true };
  }

  handleDisconnect(socket: Socket): void {
    this.presence.left(socket);
  }

  private hears(socket: Socket): boolean {
    const now = this.clock.now().getTime();
    const bucket = this.buckets.get(socket) ?? new SocketBucket(now);
    this.buckets.set(socket, bucket);
    const verdict = bucket.take(now);
    if (verdict === 'cut') socket.disconnect(true);
    return verdict === 'hear';
  }
}

/** Customers see a sign of those alone whose message may follow it. */
function mayWrite(socket: Socket): boolean {
  const { kind, permissions } = (socket.data as { principal: AdmittedSocket['principal'] }).principal;
  return kind === 'user' && permissions.includes('messages:send');
}

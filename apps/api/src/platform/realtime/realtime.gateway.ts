import { Logger } from '@nestjs/common';
import { type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { SocketAdmission } from './socket-admission.js';
import { SocketFanout } from './socket-fanout.js';

/** The one namespace of the panel. Nobody enters without having been admitted, and rooms are joined by the server alone. */
@WebSocketGateway({ namespace: '/realtime' })
export class RealtimeGateway implements OnGatewayInit {
  private readonly logger = new Logger('realtime');

  constructor(
    private readonly admission: SocketAdmission,
    private readonly fanout: SocketFanout,
  ) {}

  afterInit(namespace: Namespace): void {
    this.fanout.attach(namespace);
    namespace.use((socket, next) => {
      this.admit(socket).then(
        (admitted) => next(admitted ? undefined : new Error('unauthorized')),
        (error: unknown) => {
          this.logger.warn(`a socket could not be admitted: ${error instanceof Error ? error.message : String(error)}`);
          next(new Error('unavailable'));
        },
      );
    });
  }

  private async admit(socket: Socket): Promise<boolean> {
    const admitted = await this.admission.admit(socket.handshake.headers, socket.handshake.auth);
    if (!admitted) return false;
    socket.data = { principal: admitted.principal, admittedTo: admitted.rooms };
    await socket.join([...admitted.rooms]);
    return true;
  }
}

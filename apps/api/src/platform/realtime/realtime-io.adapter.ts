import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';

const LARGEST_MESSAGE = 16 * 1024;

/** Sockets only over websocket, small messages only, and only from our own pages. */
export class RealtimeIoAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly publicUrl: string,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      maxHttpBufferSize: LARGEST_MESSAGE,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      serveClient: false,
      allowRequest: (request, decide) => decide(null, this.mayCome(request.headers.origin, request.headers.host)),
    } as ServerOptions) as Server;
  }

  /** Browsers always send an origin; other clients bring a key and none. */
  private mayCome(origin: string | undefined, host: string | undefined): boolean {
    if (!origin) return true;
    try {
      const { host: from } = new URL(origin);
      return from === host || from === new URL(this.publicUrl).host;
    } catch {
      return false;
    }
  }
}

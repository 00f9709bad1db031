import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';

type Create = IoAdapter['createIOServer'];

const LARGEST_MESSAGE = 16 * 1024;

/** Sockets only over websocket, small messages only, and only from our own pages. */
export class RealtimeIoAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly publicUrl: string,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: Parameters<Create>[1]): ReturnType<Create> {
    return super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      maxHttpBufferSize: LARGEST_MESSAGE,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      serveClient: false,
      allowRequest: (request: IncomingMessage, decide: (error: string | null, allowed: boolean) => void) =>
        decide(null, this.mayCome(request.headers.origin, request.headers.host)),
    } as Parameters<Create>[1]);
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

import { createRequire } from 'node:module';

/** The browser's end of a socket, as far as the client of Socket.IO touches it. */
class SocketOfTest {
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: ((error: Error) => void) | null = null;
  binaryType = 'blob';
  closed = false;

  constructor(private readonly heard: (socket: SocketOfTest, packet: string) => void) {}

  send(packet: string): void {
    this.heard(this, packet);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    queueMicrotask(() => this.onclose?.({ code: 1000 }));
  }
}

const from = (path: string, name: string): string => createRequire(path).resolve(name);

/** Where the client of Socket.IO finds its transport in tests: the module to put `FakeLine`'s `WebSocket` in place of. */
export const TRANSPORT = from(from(from(import.meta.url, 'socket.io-client'), 'engine.io-client'), 'ws');

const NAMESPACE = '/realtime,';

/**
 * The server's end of the line, at the wire: it speaks the packets of Engine.IO 4 and Socket.IO 5 in the namespace of
 * the panel.
 */
export class FakeLine {
  /** Nobody answers: every attempt fails. */
  down = false;
  /** The server lets nobody into the namespace, for this reason. */
  refusal: string | null = null;
  /** What the panel said, in order: name and data. */
  readonly said: [name: string, data: unknown][] = [];
  /** How many lines were ever opened. */
  opened = 0;
  readonly WebSocket: new (address: string) => SocketOfTest;
  private readonly live = new Set<SocketOfTest>();

  constructor() {
    const accept = (socket: SocketOfTest) => this.accept(socket);
    const hear = (socket: SocketOfTest, packet: string) => this.hear(socket, packet);
    this.WebSocket = class extends SocketOfTest {
      constructor(_address: string) {
        super(hear);
        accept(this);
      }
    };
  }

  get connected(): number {
    return this.live.size;
  }

  /** Sends a frame to every panel that is connected. */
  emit(name: string, data: unknown): void {
    for (const socket of this.live) this.tell(socket, `42${NAMESPACE}${JSON.stringify([name, data])}`);
  }

  /** The line breaks under the panel. */
  drop(): void {
    for (const socket of [...this.live]) {
      this.live.delete(socket);
      socket.closed = true;
      socket.onclose?.({ code: 1006 });
    }
  }

  /** The server sends every panel away. */
  sendAway(): void {
    for (const socket of [...this.live]) {
      this.live.delete(socket);
      this.tell(socket, `41${NAMESPACE}`);
    }
  }

  private accept(socket: SocketOfTest): void {
    this.opened += 1;
    queueMicrotask(() => {
      if (this.down) {
        socket.onerror?.(new Error('nobody answers'));
        return;
      }
      socket.onopen?.();
      const greeting = { sid: `s${this.opened}`, upgrades: [], pingInterval: 60_000, pingTimeout: 60_000 };
      this.tell(socket, `0${JSON.stringify({ ...greeting, maxPayload: 1e6 })}`);
    });
  }

  private hear(socket: SocketOfTest, packet: string): void {
    if (packet.startsWith('40')) {
      if (this.refusal !== null) this.tell(socket, `44${NAMESPACE}${JSON.stringify({ message: this.refusal })}`);
      else {
        this.live.add(socket);
        this.tell(socket, `40${NAMESPACE}${JSON.stringify({ sid: `n${this.opened}` })}`);
      }
    } else if (packet.startsWith(`42${NAMESPACE}`)) {
      this.said.push(JSON.parse(packet.slice(2 + NAMESPACE.length)) as [string, unknown]);
    } else if (packet.startsWith('41') || packet.startsWith('1')) this.live.delete(socket);
  }

  private tell(socket: SocketOfTest, packet: string): void {
    queueMicrotask(() => {
      if (!socket.closed) socket.onmessage?.({ data: packet });
    });
  }
}

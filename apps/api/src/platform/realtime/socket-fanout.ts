import { Injectable } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import type { ProjectedEvent } from './realtime-projection.js';

const FRAME_MS = 16;

export interface VolatileEvent {
  type: string;
  at: string;
  data: unknown;
  rooms: readonly string[];
  /** The socket that caused it needs no echo. */
  exceptUserId?: string;
}

interface Pending {
  events: unknown[];
  volatile: unknown[];
}

/** Gives the sockets of this process what their rooms may see: one frame a socket, the first at once, then at most one each 16 ms. */
@Injectable()
export class SocketFanout {
  private namespace: Namespace | undefined;
  private readonly pending = new Map<string, Pending>();
  private resting = false;
  private tellAudience: (present: boolean) => void = () => undefined;

  attach(namespace: Namespace): void {
    this.namespace = namespace;
    namespace.on('connection', (socket) => {
      if (this.size === 1) this.tellAudience(true);
      // The set still holds the leaving socket while its own event runs.
      socket.on('disconnect', () => setImmediate(() => this.size === 0 && this.tellAudience(false)));
    });
  }

  /** Told when the first socket of this process comes and when the last one goes. */
  onAudience(tell: (present: boolean) => void): void {
    this.tellAudience = tell;
  }

  sockets(): Socket[] {
    return [...(this.namespace?.sockets.values() ?? [])];
  }

  get size(): number {
    return this.namespace?.sockets.size ?? 0;
  }

  deliver(events: readonly ProjectedEvent[]): void {
    for (const { rooms, ...envelope } of events)
      for (const id of this.socketIds(rooms)) this.of(id).events.push(envelope);
    this.flushSoon();
  }

  deliverVolatile(event: VolatileEvent): void {
    const { rooms, exceptUserId, ...told } = event;
    for (const id of this.socketIds(rooms))
      if (!exceptUserId || this.userOf(id) !== exceptUserId) this.of(id).volatile.push(told);
    this.flushSoon();
  }

  /** Cuts every socket that fits. */
  disconnect(room: string): void {
    for (const id of this.socketIds([room])) this.namespace?.sockets.get(id)?.disconnect(true);
  }

  private socketIds(rooms: readonly string[]): Set<string> {
    const ids = new Set<string>();
    for (const room of rooms) for (const id of this.namespace?.adapter.rooms.get(room) ?? []) ids.add(id);
    return ids;
  }

  private userOf(id: string): string | undefined {
    return (this.namespace?.sockets.get(id) as Socket | undefined)?.data?.principal?.id as string | undefined;
  }

  private of(id: string): Pending {
    let pending = this.pending.get(id);
    if (!pending) this.pending.set(id, (pending = { events: [], volatile: [] }));
    return pending;
  }

  private flushSoon(): void {
    if (this.resting || this.pending.size === 0) return;
    this.flush();
    this.resting = true;
    setTimeout(() => {
      this.resting = false;
      this.flushSoon();
    }, FRAME_MS).unref();
  }

  private flush(): void {
    for (const [id, { events, volatile }] of this.pending) {
      const socket = this.namespace?.sockets.get(id);
      if (events.length > 0) socket?.emit('events', events);
      // Not with socket.io's `volatile`: that drops what follows events in one tick, and who looks is told only once.
      if (volatile.length > 0) socket?.emit('volatile', volatile);
    }
    this.pending.clear();
  }
}

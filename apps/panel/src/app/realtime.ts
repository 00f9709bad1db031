import type { QueryClient } from '@tanstack/react-query';
import type { Socket } from 'socket.io-client';
import { ask } from './ask';
import { ApiProblem } from './api-problem';
import { setConnection } from './connection-store';
import { FrameBatch } from './frame-batch';
import {
  START,
  beginCatchUp,
  finishCatchUp,
  receive,
  startFrom,
  startOver,
  type Progress,
  type Step,
} from './realtime-catch-up';
import type { RealtimeEvent, VolatileEvent } from './realtime-event';
import { dispatchRealtime, dispatchVolatile } from './realtime-registry';
import { sessionLost } from './session-expiry';

const AGAIN_MS = 3000;

/** The line to the server: one socket, one number up to which nothing is missing. */
export class Realtime {
  private progress: Progress = START;
  private socket: Socket | null = null;
  private wanted = false;
  private readonly caughtUp = new Set<() => void>();
  private readonly events: FrameBatch<{ event: RealtimeEvent; live: boolean }>;
  private readonly signs: FrameBatch<VolatileEvent>;

  constructor(private readonly client: QueryClient) {
    this.events = new FrameBatch((items) => {
      const split = items.findIndex((item) => item.live);
      const replayed = split === -1 ? items.length : split;
      dispatchRealtime(
        items.slice(0, replayed).map((item) => item.event),
        { client, live: false },
      );
      dispatchRealtime(
        items.slice(replayed).map((item) => item.event),
        { client, live: true },
      );
    });
    this.signs = new FrameBatch((items) => dispatchVolatile(items, { client, live: true }));
  }

  /**
   * Remembers where the log ends now. Called before the first data is asked for: what happens after is replayed
   * on connecting. Without an answer the first connection asks for everything again.
   */
  async mark(): Promise<void> {
    const { seq } = await ask('GET', '/sync')
      .catch(readTooFarBehind)
      .catch(() => ({ seq: null }));
    if (seq !== null) this.progress = startFrom(this.progress, seq);
  }

  /** Opens the line. Its code comes after the first screen: what happens meanwhile is caught up with. */
  async connect(): Promise<void> {
    if (this.wanted) return;
    this.wanted = true;
    const { io } = await import('socket.io-client');
    if (!this.wanted || this.socket) return;
    const socket = io('/realtime', {
      path: '/socket.io',
      transports: ['websocket'],
      withCredentials: true,
      reconnectionDelayMax: 10_000,
    });
    this.socket = socket;
    socket.on('connect', () => {
      this.progress = beginCatchUp(this.progress);
      void this.catchUp();
    });
    socket.on('disconnect', (reason) => {
      setConnection(navigator.onLine ? 'reconnecting' : 'offline');
      // Whom the server sends away it wants to see at the door again; the client comes back by itself from accidents only.
      if (reason === 'io server disconnect') socket.connect();
    });
    socket.on('connect_error', (error) => {
      setConnection(navigator.onLine ? 'reconnecting' : 'offline');
      if (error.message === 'unauthorized') sessionLost();
    });
    socket.on('events', (events: RealtimeEvent[]) => this.take(receive(this.progress, events), true));
    socket.on('volatile', (signs: VolatileEvent[]) => this.signs.add(signs));
    addEventListener('offline', this.wentOffline);
    addEventListener('online', this.cameOnline);
    document.addEventListener('visibilitychange', this.shown);
  }

  disconnect(): void {
    removeEventListener('offline', this.wentOffline);
    removeEventListener('online', this.cameOnline);
    document.removeEventListener('visibilitychange', this.shown);
    this.wanted = false;
    this.socket?.disconnect();
    this.socket = null;
    this.progress = START;
  }

  /** Asks again with the cookie of a new sign-in. */
  reconnect(): void {
    this.socket?.disconnect().connect();
  }

  /** Tells the server something in passing: `view` {conversationId|null}, `typing` {conversationId}. Lost when offline. */
  send(type: 'view' | 'typing', data: unknown): void {
    // Not with socket.io's `volatile`: that drops the second of two in one tick, as when one conversation is left for another.
    if (this.socket?.connected) this.socket.emit(type, data);
  }

  /** Runs after every catch-up: counts are refetched and the outbox is flushed here. */
  onCaughtUp(listener: () => void): () => void {
    this.caughtUp.add(listener);
    return () => this.caughtUp.delete(listener);
  }

  private async catchUp(): Promise<void> {
    const since = this.progress.seq;
    try {
      const missed =
        since === null
          ? { seq: null, events: null }
          : await ask('GET', '/sync', { query: { since } }).catch(readTooFarBehind);
      if (missed.events) this.take(finishCatchUp(this.progress, missed.seq, missed.events), false);
      else this.askForEverything(missed.seq);
    } catch {
      setTimeout(() => {
        if (this.socket?.connected) void this.catchUp();
      }, AGAIN_MS);
      return;
    }
    setConnection('online');
    for (const listener of this.caughtUp) listener();
  }

  private askForEverything(seq: string | null): void {
    this.progress = startOver(this.progress, seq);
    void this.client.invalidateQueries();
  }

  private take(step: Step, live: boolean): void {
    this.progress = step.progress;
    this.events.add(step.apply.map((event) => ({ event, live })));
  }

  private readonly wentOffline = () => setConnection('offline');

  private readonly cameOnline = () => {
    setConnection('reconnecting');
    this.socket?.connect();
  };

  private readonly shown = () => {
    if (document.hidden || !this.socket?.connected) return;
    this.progress = beginCatchUp(this.progress);
    void this.catchUp();
  };
}

/** A 410 is an answer too: too far behind, and where the log ends now. Anything else stays a failure. */
function readTooFarBehind(error: unknown): { seq: string | null; events: null } {
  if (error instanceof ApiProblem && error.status === 410) {
    const seq = error.extra['seq'];
    return { seq: typeof seq === 'string' ? seq : null, events: null };
  }
  throw error;
}

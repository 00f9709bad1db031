import type { Schemas } from '@hilo/api-client';
import { create } from 'zustand';
import { ApiProblem } from './api-problem';
import { ask } from './ask';
import { durableStore, memoryStore, type KeyValueStore } from './key-value-store';
import { newId } from './new-id';
import {
  afterProblem,
  hurried,
  inOrder,
  nextWake,
  released,
  sendable,
  tryAgain,
  undoable,
  type MessageBody,
  type OutboxEntry,
} from './outbox-entry';
import { personHeader } from './page-person';
import { useSessionExpiry } from './session-expiry';

export interface OutboxMessage {
  conversationId: string;
  /** Without the key. */
  body: MessageBody;
  /** Milliseconds in which `undo` still works. */
  undoMs?: number;
}

type Sent = Schemas['MessageView'];
type Send = (entry: OutboxEntry, writer: string | null) => Promise<Sent>;

/** What waits of one person. Work that was begun with one ends with it, whoever uses the page by then. */
interface Box {
  /** Id of the user who wrote it; null while nobody is in. */
  writer: string | null;
  store: KeyValueStore<OutboxEntry>;
}

const nobodysBox = (): Box => ({ writer: null, store: memoryStore() });

/** A fetch that hangs would hold the lock of all tabs. */
const PATIENCE_MS = 30_000;

const post: Send = (entry, writer) =>
  ask('POST', '/conversations/{id}/messages', {
    path: { id: entry.conversationId },
    body: entry.body,
    headers: { ...personHeader('POST', writer), 'idempotency-key': entry.id },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });

/** Runs `work` in one tab at a time, or at once where the browser has no Web Locks. */
const alone = (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request('hilo-outbox', work) : work();

/** Messages on their way out. They survive a reload and leave in the order they were written, each at most once. */
export class Outbox {
  readonly useEntries = create<{ entries: readonly OutboxEntry[] }>(() => ({ entries: [] }));
  private readonly sent = new Set<(entry: OutboxEntry, message: Sent) => void>();
  private readonly news = typeof BroadcastChannel === 'function' ? new BroadcastChannel('hilo-outbox') : null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private flushing = false;
  private box = nobodysBox();
  private lastQueuedAt = 0;

  constructor(
    private readonly openStore: (name: string) => KeyValueStore<OutboxEntry> = durableStore,
    private readonly send: Send = post,
    private readonly now: () => number = Date.now,
  ) {
    if (this.news) this.news.onmessage = () => void this.reload();
  }

  /** Brings what an earlier visit of this person left behind. Nobody else's words are ever sent in their name. */
  async open(userId: string): Promise<void> {
    this.box = { writer: userId, store: this.openStore(`outbox-${userId}`) };
    document.addEventListener('visibilitychange', this.hidden);
    await this.reload();
    await this.flush();
  }

  /** Leaves what waits on this machine until its writer is back. */
  async close(): Promise<void> {
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.hidden);
    this.box = nobodysBox();
    await this.reload();
  }

  async enqueue({ conversationId, body, undoMs = 0 }: OutboxMessage): Promise<OutboxEntry> {
    const { box } = this;
    const now = this.now();
    const entry: OutboxEntry = {
      id: newId(),
      conversationId,
      body,
      // What is written within one millisecond still has an order.
      queuedAt: (this.lastQueuedAt = Math.max(now, this.lastQueuedAt + 1)),
      notBefore: now + undoMs,
      attempts: 0,
      failure: null,
    };
    await this.keep(box, entry);
    void this.flush();
    return entry;
  }

  /** Takes a message back before it leaves. False when it is already on its way. */
  async undo(id: string): Promise<boolean> {
    const { store } = this.box;
    const entry = await store.get(id);
    if (!entry || !undoable(entry, this.now())) return false;
    await store.remove(id);
    await this.changed();
    void this.flush();
    return true;
  }

  async discard(id: string): Promise<void> {
    await this.box.store.remove(id);
    await this.changed();
    void this.flush();
  }

  /** Tries a failed message again; with `body`, a changed one. */
  async retry(id: string, body?: OutboxEntry['body']): Promise<void> {
    const { box } = this;
    const entry = await box.store.get(id);
    if (!entry) return;
    const next = tryAgain(entry, this.now(), body && { id: newId(), body });
    if (next.id !== id) await box.store.remove(id);
    await this.keep(box, next);
    await this.flush();
  }

  /** Is told of every message the server accepted, with its answer (a Message). */
  onSent(listener: (entry: OutboxEntry, message: Sent) => void): () => void {
    this.sent.add(listener);
    return () => this.sent.delete(listener);
  }

  /** The connection is back. */
  async hurry(): Promise<void> {
    const { store } = this.box;
    for (const [, entry] of await store.all()) {
      const next = hurried(entry, this.now());
      if (next !== entry) await store.set(entry.id, next);
    }
    await this.flush();
  }

  /** The page is being left: what waits for its undo time goes at once, while it still can. */
  async release(): Promise<void> {
    const { box } = this;
    for (const [, entry] of await box.store.all()) {
      const next = released(entry, this.now());
      if (next !== entry) await this.keep(box, next);
    }
    await this.flush();
  }

  /** Sends what may leave now. */
  async flush(): Promise<void> {
    if (this.flushing) return;
    this.flushing = true;
    const { box } = this;
    try {
      await alone(async () => {
        for (let ready = await this.ready(box); ready.length > 0; ready = await this.ready(box)) {
          await Promise.all(ready.map((entry) => this.attempt(box, entry)));
        }
      });
    } finally {
      this.flushing = false;
      await this.reload();
      this.sleep();
    }
    // Something may have been written, or somebody come in, between the last look and the end of the flush.
    if ((await this.ready(this.box)).length > 0) await this.flush();
  }

  private readonly hidden = (): void => {
    if (document.visibilityState === 'hidden') void this.release();
  };

  private async ready(box: Box): Promise<OutboxEntry[]> {
    const kept = await box.store.all();
    // Not of whoever left, nor after the end of the session: it waits for its writer to sign in again.
    if (box.writer === null || box !== this.box || useSessionExpiry.getState().expired) return [];
    return sendable(
      kept.map(([, entry]) => entry),
      this.now(),
    );
  }

  private async attempt(box: Box, entry: OutboxEntry): Promise<void> {
    try {
      const message = await this.send(entry, box.writer);
      await box.store.remove(entry.id);
      if (box === this.box) for (const listener of this.sent) listener(entry, message);
      await this.changed();
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : new ApiProblem('unknown', 400, String(error));
      await this.keep(box, afterProblem(entry, problem, this.now()));
    }
  }

  private async keep({ store }: Box, entry: OutboxEntry): Promise<void> {
    await store.set(entry.id, entry);
    await this.changed();
  }

  private async changed(): Promise<void> {
    this.news?.postMessage('changed');
    await this.reload();
  }

  private async reload(): Promise<void> {
    const { box } = this;
    const kept = await box.store.all();
    if (box === this.box) this.useEntries.setState({ entries: inOrder(kept.map(([, entry]) => entry)) });
  }

  private sleep(): void {
    clearTimeout(this.timer);
    const wait = nextWake(this.useEntries.getState().entries, this.now());
    if (wait !== null) this.timer = setTimeout(() => void this.flush(), wait);
  }
}

import { create } from 'zustand';
import { request } from './api';
import { ApiProblem } from './api-problem';
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
  type OutboxEntry,
} from './outbox-entry';

export interface OutboxMessage {
  conversationId: string;
  /** Body of `POST /conversations/:id/messages`, without the key. */
  body: Readonly<Record<string, unknown>>;
  /** Milliseconds in which `undo` still works. */
  undoMs?: number;
}

type Send = (entry: OutboxEntry) => Promise<unknown>;

const post: Send = (entry) =>
  request('POST', `/conversations/${entry.conversationId}/messages`, {
    body: entry.body,
    headers: { 'idempotency-key': entry.id },
  });

/** Runs `work` in one tab at a time, or at once where the browser has no Web Locks. */
const alone = (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request('hilo-outbox', work) : work();

/** Messages on their way out. They survive a reload and leave in the order they were written, each at most once. */
export class Outbox {
  readonly useEntries = create<{ entries: readonly OutboxEntry[] }>(() => ({ entries: [] }));
  private readonly sent = new Set<(entry: OutboxEntry, message: unknown) => void>();
  private readonly news = typeof BroadcastChannel === 'function' ? new BroadcastChannel('hilo-outbox') : null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private flushing = false;
  private store: KeyValueStore<OutboxEntry> = memoryStore();
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
    this.store = this.openStore(`outbox-${userId}`);
    document.addEventListener('visibilitychange', this.hidden);
    await this.reload();
    await this.flush();
  }

  /** Leaves what waits on this machine until its writer is back. */
  async close(): Promise<void> {
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.hidden);
    this.store = memoryStore();
    await this.reload();
  }

  async enqueue({ conversationId, body, undoMs = 0 }: OutboxMessage): Promise<OutboxEntry> {
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
    await this.keep(entry);
    void this.flush();
    return entry;
  }

  /** Takes a message back before it leaves. False when it is already on its way. */
  async undo(id: string): Promise<boolean> {
    const entry = await this.store.get(id);
    if (!entry || !undoable(entry, this.now())) return false;
    await this.discard(id);
    return true;
  }

  async discard(id: string): Promise<void> {
    await this.store.remove(id);
    await this.changed();
    void this.flush();
  }

  /** Tries a failed message again; with `body`, a changed one. */
  async retry(id: string, body?: OutboxEntry['body']): Promise<void> {
    const entry = await this.store.get(id);
    if (!entry) return;
    const next = tryAgain(entry, this.now(), body && { id: newId(), body });
    if (next.id !== id) await this.store.remove(id);
    await this.keep(next);
    await this.flush();
  }

  /** Is told of every message the server accepted, with its answer (a Message). */
  onSent(listener: (entry: OutboxEntry, message: unknown) => void): () => void {
    this.sent.add(listener);
    return () => this.sent.delete(listener);
  }

  /** The connection is back. */
  async hurry(): Promise<void> {
    for (const [, entry] of await this.store.all()) await this.store.set(entry.id, hurried(entry, this.now()));
    await this.flush();
  }

  /** The page is being left: what waits for its undo time goes at once, while it still can. */
  async release(): Promise<void> {
    for (const [, entry] of await this.store.all()) {
      const next = released(entry, this.now());
      if (next !== entry) await this.keep(next);
    }
    await this.flush();
  }

  /** Sends what may leave now. */
  async flush(): Promise<void> {
    if (this.flushing) return;
    this.flushing = true;
    try {
      await alone(async () => {
        for (let ready = await this.ready(); ready.length > 0; ready = await this.ready()) {
          await Promise.all(ready.map((entry) => this.attempt(entry)));
        }
      });
    } finally {
      this.flushing = false;
      await this.reload();
      this.sleep();
    }
    // Something may have been written between the last look and the end of the flush.
    if ((await this.ready()).length > 0) await this.flush();
  }

  private readonly hidden = (): void => {
    if (document.visibilityState === 'hidden') void this.release();
  };

  private async ready(): Promise<OutboxEntry[]> {
    const kept = await this.store.all();
    return sendable(
      kept.map(([, entry]) => entry),
      this.now(),
    );
  }

  private async attempt(entry: OutboxEntry): Promise<void> {
    try {
      const message = await this.send(entry);
      await this.store.remove(entry.id);
      for (const listener of this.sent) listener(entry, message);
      await this.changed();
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : new ApiProblem('unknown', 400, String(error));
      await this.keep(afterProblem(entry, problem, this.now()));
    }
  }

  private async keep(entry: OutboxEntry): Promise<void> {
    await this.store.set(entry.id, entry);
    await this.changed();
  }

  private async changed(): Promise<void> {
    this.news?.postMessage('changed');
    await this.reload();
  }

  private async reload(): Promise<void> {
    const kept = await this.store.all();
    this.useEntries.setState({ entries: inOrder(kept.map(([, entry]) => entry)) });
  }

  private sleep(): void {
    clearTimeout(this.timer);
    const wait = nextWake(this.useEntries.getState().entries, this.now());
    if (wait !== null) this.timer = setTimeout(() => void this.flush(), wait);
  }
}

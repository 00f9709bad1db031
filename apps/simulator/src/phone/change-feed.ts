/** Something that happened on a phone, for pages that watch. */
export interface PhoneChange {
  seq: number;
  kind: 'customer' | 'message' | 'typing' | 'clock' | 'switches' | 'reset';
  customerId: string | null;
  /** Phone number id of the chat; null: it is of every number. */
  number: string | null;
  data: unknown;
}

type Watcher = (change: PhoneChange) => void;

const KEPT = 2000;

/** The latest changes, numbered without gaps; whoever fell behind what is kept must read everything anew. */
export class ChangeFeed {
  private changes: PhoneChange[] = [];
  private last = 0;
  private readonly watchers = new Set<Watcher>();

  publish(kind: PhoneChange['kind'], customerId: string | null, data: unknown, number: string | null = null): void {
    this.last += 1;
    const change = { seq: this.last, kind, customerId, number, data };
    this.changes.push(change);
    if (this.changes.length > KEPT * 2) this.changes = this.changes.slice(-KEPT);
    for (const watcher of this.watchers) watcher(change);
  }

  lastSeq(): number {
    return this.last;
  }

  /** The changes after `seq`; undefined when some of them are no longer kept. */
  since(seq: number): PhoneChange[] | undefined {
    if (seq > this.last || this.last - seq > this.changes.length) return undefined;
    return this.changes.slice(this.changes.length - (this.last - seq));
  }

  /** Hears every change from now on, until the returned function is called. */
  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  }

  /** Resolves with the next change, or after `ms`. */
  next(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(done, ms);
      const stop = this.watch(done);
    });
  }
}

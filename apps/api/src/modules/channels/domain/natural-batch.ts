export class BatchRefused extends Error {}

interface Waiting<T> {
  item: T;
  accept: () => void;
  refuse: (error: unknown) => void;
  timer: NodeJS.Timeout;
}

export interface NaturalBatchOptions {
  /** Most items of one write. */
  max: number;
  /** More than this waiting, and new ones are refused at once. */
  queue: number;
  /** An item that was not written by then is refused; it may still be written, so writing twice must be harmless. */
  patienceMs: number;
  /** Failures that concern everything, not one item: nothing is gained by halving. */
  concernsAll: (error: unknown) => boolean;
}

/**
 * Group commit by natural batching: while one write is in flight, the next batch grows by itself; no timer delays anybody.
 * A batch that fails for one item's sake is halved until that item stands alone.
 */
export class NaturalBatch<T> {
  private readonly waiting: Waiting<T>[] = [];
  private armed = false;
  private writing = false;

  constructor(
    private readonly write: (items: T[]) => Promise<void>,
    private readonly options: NaturalBatchOptions,
  ) {}

  /** Resolves once the item is durable. */
  add(item: T): Promise<void> {
    if (this.waiting.length >= this.options.queue) return Promise.reject(new BatchRefused('too many are waiting'));
    return new Promise<void>((accept, refuse) => {
      const timer = setTimeout(() => refuse(new BatchRefused('not written in time')), this.options.patienceMs);
      this.waiting.push({ item, accept, refuse, timer });
      this.arm();
    });
  }

  private arm(): void {
    if (this.armed || this.writing || this.waiting.length === 0) return;
    this.armed = true;
    // After this turn's sockets were read: whatever arrived together is written together.
    setImmediate(() => {
      this.armed = false;
      void this.flush();
    });
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.splice(0, this.options.max);
    if (batch.length === 0) return;
    this.writing = true;
    await this.settle(batch);
    this.writing = false;
    this.arm();
  }

  private async settle(batch: readonly Waiting<T>[]): Promise<void> {
    try {
      await this.write(batch.map(({ item }) => item));
      for (const { accept, timer } of batch) {
        clearTimeout(timer);
        accept();
      }
    } catch (error) {
      if (batch.length === 1 || this.options.concernsAll(error)) {
        for (const { refuse, timer } of batch) {
          clearTimeout(timer);
          refuse(error);
        }
        return;
      }
      const middle = batch.length >> 1;
      await this.settle(batch.slice(0, middle));
      await this.settle(batch.slice(middle));
    }
  }
}

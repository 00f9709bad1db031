import type { Logger } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { isTransient } from '../database/transient-failure.js';
import { faultWords } from '../logging/fault-words.js';
import type { EventItem } from './domain-event.js';
import type { EventListener } from './event-listener.js';
import type { EventLog } from './event-log.js';
import type { ListenerCursor } from './listener-cursor.js';

const ROWS_A_BATCH = 100;
const TRIES = 3;
/** Nobody sees it, and a round costs the same for one event as for ten. */
const GATHERING_MS = 100;
/** A cursor without work of its own still moves now and then, so that reading starts near the end. */
const IDLE_STEP = 5000n;

/** Brings one listener forward along the log. */
export class RunListener {
  private readonly topics: string[];
  private oldest: Date | undefined;

  constructor(
    private readonly listener: EventListener,
    private readonly parts: { transaction: Transaction; log: EventLog; cursor: ListenerCursor; logger: Logger },
  ) {
    this.topics = listener.events.map((event) => event.topic);
  }

  /** How long the oldest item of the last batch had waited in the log. */
  behindMs(): number {
    return this.oldest ? Date.now() - this.oldest.getTime() : 0;
  }

  /** A full batch has more behind it. */
  restMs(handled: number): number {
    return this.listener.promptly || handled >= ROWS_A_BATCH ? 0 : GATHERING_MS;
  }

  /** Handles the next batch in one transaction with the cursor. @returns how many items were handled. */
  async next(): Promise<number> {
    const { transaction } = this.parts;
    let failed: EventItem[] = [];
    try {
      return await transaction.run(async () => {
        const batch = await this.claimed();
        if (!batch) return 0;
        failed = batch.items;
        return this.handle(batch.items, batch.upTo);
      });
    } catch (error) {
      if (isTransient(error) || failed.length === 0) throw error;
      await this.isolate(failed);
      return failed.length;
    }
  }

  private async claimed(): Promise<{ items: EventItem[]; upTo: string } | undefined> {
    const { cursor, log } = this.parts;
    const from = await cursor.claim(this.listener.name);
    if (from === undefined) return undefined;
    const end = await log.end();
    if (end === from) return undefined;
    const { items, complete } = await log.read(this.topics, from, end, ROWS_A_BATCH);
    this.oldest = items[0]?.at;
    const upTo = complete ? end : (items.at(-1)?.seq ?? end);
    if (items.length > 0) return { items, upTo };
    if (BigInt(end) - BigInt(from) > IDLE_STEP) await cursor.move(this.listener.name, end);
    return undefined;
  }

  private async handle(items: EventItem[], upTo: string): Promise<number> {
    await this.listener.handle(items);
    await this.parts.cursor.move(this.listener.name, upTo);
    return items.length;
  }

  /** Halves a failing batch until the poison stands alone, in order; what is healthy goes through. */
  private async isolate(items: EventItem[]): Promise<void> {
    if (items.length === 1) return this.retryOrPark(items[0] as EventItem);
    const middle = items.length >> 1;
    for (const half of [items.slice(0, middle), items.slice(middle)]) {
      try {
        await this.attempt(half);
      } catch (error) {
        if (isTransient(error)) throw error;
        await this.isolate(half);
      }
    }
  }

  private async retryOrPark(item: EventItem): Promise<void> {
    const { transaction, cursor, logger } = this.parts;
    for (let tried = 1; ; tried += 1) {
      try {
        return await this.attempt([item]);
      } catch (error) {
        if (isTransient(error)) throw error;
        if (tried < TRIES) continue;
        logger.error({ listener: this.listener.name, topic: item.topic, seq: item.seq, err: error }, 'event parked');
        const words = faultWords(error);
        return transaction.run(async () => {
          if ((await cursor.claim(this.listener.name)) === undefined) return;
          await cursor.park(this.listener.name, item, words);
          await cursor.move(this.listener.name, item.seq);
        });
      }
    }
  }

  private async attempt(items: EventItem[]): Promise<void> {
    await this.parts.transaction.run(async () => {
      const from = await this.parts.cursor.claim(this.listener.name);
      if (from === undefined) return;
      const open = items.filter((item) => BigInt(item.seq) > BigInt(from));
      const last = open.at(-1);
      if (last) await this.handle(open, last.seq);
    });
  }
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { ReceiptStore } from '../persistence/receipt-store.js';

const WRITE_EVERY_MS = 1000;

/** Bodies whose signature was wrong are counted and nothing else; the count is written once a second, so that a flood of them costs no more than one. */
@Injectable()
export class RefusedSignatures implements OnApplicationShutdown {
  private readonly counts = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: ReceiptStore,
    private readonly clock: Clock,
  ) {}

  count(door: string): void {
    this.counts.set(door, (this.counts.get(door) ?? 0) + 1);
    this.timer ??= setTimeout(() => void this.write(), WRITE_EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.write();
  }

  private async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counted = [...this.counts];
    this.counts.clear();
    await Promise.all(
      counted.map(([door, count]) =>
        this.store.countBadSignatures(door, count, this.clock.now()).catch(() => undefined),
      ),
    );
  }
}

import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { RecordClick, type Visit } from './record-click.js';

const MOST_WAITING = 1000;
const FIRST_PAUSE_MS = 1000;
const TRIES = 6;

/** Clicks whose visitors could not wait for the database: tried again until they are kept. */
@Injectable()
export class LateClicks implements OnApplicationShutdown {
  private readonly logger = new Logger('links');
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(private readonly recordClick: RecordClick) {}

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  /** `attempt` still runs; the visitor went on with `revealed`. */
  follow(attempt: Promise<string>, visit: Visit, revealed: string): void {
    attempt.then(
      (kept) => kept !== revealed && this.again(visit, revealed, 0),
      () => this.again(visit, revealed, 1),
    );
  }

  private again(visit: Visit, code: string, tried: number): void {
    if (tried >= TRIES || this.timers.size >= MOST_WAITING) {
      this.logger.warn({ linkId: visit.link.id }, 'a click was lost: the database did not come back in time');
      return;
    }
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        this.recordClick.person(visit, code, true).catch(() => this.again(visit, code, tried + 1));
      },
      tried === 0 ? 0 : FIRST_PAUSE_MS * 2 ** (tried - 1),
    );
    timer.unref();
    this.timers.add(timer);
  }
}

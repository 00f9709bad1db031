import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** Above this share of busy time the process has more to do than it can. */
const SATURATED = 0.95;
const SHORTEST_WINDOW_MS = 50;
const LONGEST_PAUSE_MS = 300;
const SHARE = 3;

/**
 * Lets what cannot wait go first. While the process is saturated, background work rests three times as long as it ran: webhooks are stored and answered,
 * the rows that wait grow into larger batches, and what was put off is done as soon as there is air.
 */
@Injectable()
export class Courtesy {
  private last = performance.eventLoopUtilization();
  private lastAt = performance.now();
  private saturated = false;

  async after(ranMs: number): Promise<void> {
    if (this.isSaturated()) await pause(Math.min(LONGEST_PAUSE_MS, ranMs * SHARE));
  }

  private isSaturated(): boolean {
    const now = performance.now();
    if (now - this.lastAt < SHORTEST_WINDOW_MS) return this.saturated;
    this.saturated = performance.eventLoopUtilization(this.last).utilization > SATURATED;
    this.last = performance.eventLoopUtilization();
    this.lastAt = now;
    return this.saturated;
  }
}

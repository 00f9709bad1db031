import { DiscoveryService } from '@nestjs/core';

/**
 * Work that waits in rows. A nudge makes it run; so does the sweep, which finds what a lost nudge left behind.
 * `run` claims rows itself, so it may be called at any time, by any process.
 */
export interface WorkerJob {
  /** Hyphens, no colons: it names a Bull queue. */
  readonly name: string;
  readonly sweepMs: number;
  /** Handles what is due and says how many rows; it is called again at once while that is more than zero. */
  run(): Promise<number>;
  /** How long the oldest of the last round had waited: who is late is put off no more. */
  behindMs?(): number;
  /** How long to rest behind a round of so many, so that what trickles in is done together. At once when absent. */
  restMs?(handled: number): number;
}

/** Marks a provider as a worker job; it is found by discovery. */
export const Job = DiscoveryService.createDecorator<Record<string, never>>();

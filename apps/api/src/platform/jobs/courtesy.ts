import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

const WINDOW_MS = 100;
/** So many arrivals in a window (400 a second), and whoever sends them is waited for first. */
const PRESSING = 40;
/** Background work then rests so many times as long as it ran. */
const SHARE = 2;
const LONGEST_REST_MS = 150;
/** What waits longer than this is put off no more. */
const PATIENCE_MS = 1000;

/**
 * Lets what cannot wait go first. While much arrives from outside, background work rests between its rounds: arrivals are stored and answered, the rows
 * that wait grow into larger batches, and what was put off is done as soon as there is air.
 */
@Injectable()
export class Courtesy {
  private began = performance.now();
  private before = 0;
  private now = 0;
  private last: Promise<void> = Promise.resolve();
  private rest = 0;

  /** Something came in that somebody waits for. */
  arrived(count: number): void {
    this.turn();
    this.now += count;
  }

  /**
   * Runs a round of background work: at once while there is air or when it is late, else one after the other with a rest behind each.
   * @param behindMs how long the oldest of what is to be done has waited, as far as it is known
   */
  run<T>(round: () => Promise<T>, behindMs = 0): Promise<T> {
    return this.isPressed() && behindMs < PATIENCE_MS ? this.inTurn(round) : round();
  }

  private inTurn<T>(round: () => Promise<T>): Promise<T> {
    const result = this.last.then(async () => {
      const began = performance.now();
      try {
        return await round();
      } finally {
        this.rest = Math.min(LONGEST_REST_MS, (performance.now() - began) * SHARE);
      }
    });
    this.last = result.then(
      () => this.breathe(),
      () => this.breathe(),
    );
    return result;
  }

  private breathe(): Promise<void> {
    return this.isPressed() ? pause(this.rest) : Promise.resolve();
  }

  private isPressed(): boolean {
    this.turn();
    return Math.max(this.before, this.now) >= PRESSING;
  }

  private turn(): void {
    const windows = Math.floor((performance.now() - this.began) / WINDOW_MS);
    if (windows === 0) return;
    this.before = windows === 1 ? this.now : 0;
    this.now = 0;
    this.began += windows * WINDOW_MS;
  }
}

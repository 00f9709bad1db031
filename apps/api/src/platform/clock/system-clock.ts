import { Injectable } from '@nestjs/common';
import { Clock } from './clock.js';

/** The machine's time, plus an offset that only a sandbox may set. */
@Injectable()
export class SystemClock extends Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  get offset(): number {
    return this.offsetMs;
  }

  shiftTo(offsetMs: number): void {
    this.offsetMs = offsetMs;
  }
}

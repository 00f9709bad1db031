import { Injectable } from '@nestjs/common';
import { NudgeQueues } from './nudge-queues.js';

/** At most one nudge a worker in this time; the first leaves at once. */
const GAP_MS = 5;

/** Tells a worker, in whatever process it lives, that something is due. */
@Injectable()
export class Waker {
  private readonly resting = new Map<string, { again: boolean }>();

  constructor(private readonly queues: NudgeQueues) {}

  /** Never throws and never waits: a nudge that is lost is found by the sweep. `afterMs` delays it. */
  wake(jobName: string, afterMs = 0): void {
    if (afterMs > 0) {
      this.queues.nudge(jobName, afterMs);
      return;
    }
    const rest = this.resting.get(jobName);
    if (rest) {
      rest.again = true;
      return;
    }
    this.queues.nudge(jobName, 0);
    const state = { again: false };
    this.resting.set(jobName, state);
    setTimeout(() => {
      this.resting.delete(jobName);
      if (state.again) this.wake(jobName);
    }, GAP_MS).unref();
  }
}

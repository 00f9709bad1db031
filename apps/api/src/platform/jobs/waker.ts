import { Injectable } from '@nestjs/common';
import { NudgeQueues } from './nudge-queues.js';
import { OwnWorkers } from './own-workers.js';

/** At most one nudge a worker of another process in this time; the first leaves at once. */
const GAP_MS = 5;

/** Tells a worker that something is due: straight away in this process, through Redis in another. */
@Injectable()
export class Waker {
  private readonly resting = new Map<string, { again: boolean }>();

  constructor(
    private readonly queues: NudgeQueues,
    private readonly own: OwnWorkers,
  ) {}

  /** Never throws and never waits: a nudge that is lost is found by the sweep. `afterMs` delays it. */
  wake(jobName: string, afterMs = 0): void {
    if (afterMs > 0) {
      this.queues.nudge(jobName, afterMs);
      return;
    }
    if (this.own.wake(jobName)) return;
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

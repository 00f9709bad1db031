import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Job, type WorkerJob } from '../../../platform/jobs/worker-job.js';
import { overBefore } from '../domain/session-life.js';
import { SessionRows } from '../persistence/sessions.repository.js';

const EVERY_HOUR_MS = 3_600_000;

/** They open nothing any more; here their rows go too. */
@Injectable()
@Job()
export class ForgetEndedSessionsJob implements WorkerJob {
  readonly name = 'forget-ended-sessions';
  readonly sweepMs = EVERY_HOUR_MS;

  constructor(
    private readonly sessions: SessionRows,
    private readonly clock: Clock,
  ) {}

  run(): Promise<number> {
    return this.sessions.removeOver(overBefore(this.clock.now()));
  }
}

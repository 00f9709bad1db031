import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Job, type WorkerJob } from '../jobs/worker-job.js';
import { EventLog } from './event-log.js';

const KEEP_DAYS = 3;

/** The log serves listeners and reconnecting panels; both are long done with what is days old. */
@Injectable()
@Job({})
export class ForgetOldEventsJob implements WorkerJob {
  readonly name = 'forget-old-events';
  readonly sweepMs = 600_000;

  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  run(): Promise<number> {
    return this.log.forget(new Date(this.clock.now().getTime() - KEEP_DAYS * 86_400_000));
  }
}

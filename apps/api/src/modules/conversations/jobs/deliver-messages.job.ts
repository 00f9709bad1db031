import { Injectable } from '@nestjs/common';
import { Job, type WorkerJob } from '../../../platform/jobs/worker-job.js';
import { DELIVER_JOB } from '../services/deliver-job.js';
import { DeliverMessages } from '../services/deliver-messages.js';

@Injectable()
@Job({})
export class DeliverMessagesJob implements WorkerJob {
  readonly name = DELIVER_JOB;
  readonly sweepMs = 1000;

  constructor(private readonly deliver: DeliverMessages) {}

  run(): Promise<number> {
    return this.deliver.start();
  }
}

import { Injectable } from '@nestjs/common';
import { Job, type WorkerJob } from '../../../platform/jobs/worker-job.js';
import { RecordDelivery } from '../services/record-delivery.js';

/** A lease that ran out belongs to a process that died. */
@Injectable()
@Job({})
export class AbandonLostCallsJob implements WorkerJob {
  readonly name = 'abandon-lost-calls';
  readonly sweepMs = 5000;

  constructor(private readonly record: RecordDelivery) {}

  run(): Promise<number> {
    return this.record.abandon();
  }
}

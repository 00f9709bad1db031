import { Injectable } from '@nestjs/common';
import { Job, type WorkerJob } from '../../../platform/jobs/worker-job.js';
import { ExpireAnonymousLeads } from '../services/expire-anonymous-leads.js';

@Injectable()
@Job({})
export class ExpireAnonymousLeadsJob implements WorkerJob {
  readonly name = 'expire-anonymous-leads';
  readonly sweepMs = 3_600_000;

  constructor(private readonly expireAnonymousLeads: ExpireAnonymousLeads) {}

  run(): Promise<number> {
    return this.expireAnonymousLeads.some();
  }
}

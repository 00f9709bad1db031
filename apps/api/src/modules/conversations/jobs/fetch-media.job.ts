import { Injectable } from '@nestjs/common';
import { Job, type WorkerJob } from '../../../platform/jobs/worker-job.js';
import { FetchMedia } from '../services/fetch-media.js';
import { FETCH_MEDIA_JOB } from '../services/inbound-media.js';

@Injectable()
@Job({})
export class FetchMediaJob implements WorkerJob {
  readonly name = FETCH_MEDIA_JOB;
  readonly sweepMs = 5000;

  constructor(private readonly media: FetchMedia) {}

  run(): Promise<number> {
    return this.media.fetchDue();
  }
}

import { Injectable } from '@nestjs/common';
import { Job, type WorkerJob } from '../../../platform/jobs/worker-job.js';
import { TemplateSync } from '../services/template-sync.js';
import { SYNC_TEMPLATES } from './sync-templates.js';

/** Asks the providers for their templates, every hour and when somebody wants it now. */
@Injectable()
@Job()
export class SyncTemplatesJob implements WorkerJob {
  readonly name = SYNC_TEMPLATES;
  readonly sweepMs = 3_600_000;

  constructor(private readonly sync: TemplateSync) {}

  async run(): Promise<number> {
    await this.sync.syncAll();
    // One look is enough: nothing waits behind it.
    return 0;
  }
}

import { Module } from '@nestjs/common';
import { SyncTemplatesJob } from './jobs/sync-templates.job.js';
import { ApplyTemplateNotice } from './listeners/apply-template-notice.js';
import { TemplatesModule } from './templates.module.js';

/** Follows what the providers decide. */
@Module({ imports: [TemplatesModule], providers: [SyncTemplatesJob, ApplyTemplateNotice] })
export class TemplatesWorkerModule {}

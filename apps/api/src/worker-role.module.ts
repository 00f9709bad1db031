import { Module } from '@nestjs/common';
import { AuthWorkerModule } from './modules/auth/index.js';
import { PlatformModule } from './platform/platform.module.js';

/** What works in the background: listeners, jobs, sweeps. */
@Module({
  imports: [PlatformModule, AuthWorkerModule],
})
export class WorkerRoleModule {}

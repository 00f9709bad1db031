import { Module } from '@nestjs/common';
import { PlatformModule } from './platform/platform.module.js';

/** What works in the background: listeners, jobs, sweeps. */
@Module({
  imports: [PlatformModule],
})
export class WorkerRoleModule {}

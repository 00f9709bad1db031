import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Courtesy } from './courtesy.js';
import { JobRunner } from './job-runner.js';
import { KeepPartitionsJob } from './keep-partitions.job.js';
import { NudgeQueues } from './nudge-queues.js';
import { OwnWorkers } from './own-workers.js';
import { Waker } from './waker.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Courtesy, NudgeQueues, OwnWorkers, Waker, JobRunner, KeepPartitionsJob],
  exports: [Courtesy, Waker, NudgeQueues, JobRunner],
})
export class JobsModule {}

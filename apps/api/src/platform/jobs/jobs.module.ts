import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobRunner } from './job-runner.js';
import { NudgeQueues } from './nudge-queues.js';
import { Waker } from './waker.js';

@Global()
@Module({ imports: [DiscoveryModule], providers: [NudgeQueues, Waker, JobRunner], exports: [Waker, NudgeQueues, JobRunner] })
export class JobsModule {}

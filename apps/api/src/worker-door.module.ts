import { Module } from '@nestjs/common';
import { HealthController } from './platform/health/health.controller.js';

/** What a process that only works serves: whether it is well, and its figures. */
@Module({ controllers: [HealthController] })
export class WorkerDoorModule {}

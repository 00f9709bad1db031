import { Global, Module } from '@nestjs/common';
import { Metrics } from './metrics.js';
import { ReadinessCheck } from './readiness.js';

@Global()
@Module({ providers: [Metrics, ReadinessCheck], exports: [Metrics, ReadinessCheck] })
export class HealthModule {}

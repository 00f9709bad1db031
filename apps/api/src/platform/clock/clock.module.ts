import { Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';
import { SystemClock } from './system-clock.js';

@Global()
@Module({ providers: [SystemClock, { provide: Clock, useExisting: SystemClock }], exports: [Clock, SystemClock] })
export class ClockModule {}

import { Module } from '@nestjs/common';
import { ClockModule } from './clock/clock.module.js';
import { DatabaseModule } from './database/database.module.js';
import { EncryptionModule } from './encryption/encryption.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { OutboxModule } from './outbox/outbox.module.js';
import { OutgoingModule } from './outgoing/outgoing.module.js';
import { RateLimitModule } from './rate-limit/rate-limit.module.js';
import { RealtimeModule } from './realtime/realtime.module.js';
import { StorageModule } from './storage/storage.module.js';

/** Everything under the modules; the words message, lead and campaign never appear below here. */
@Module({
  imports: [
    ClockModule,
    EncryptionModule,
    DatabaseModule,
    JobsModule,
    OutboxModule,
    OutgoingModule,
    RateLimitModule,
    RealtimeModule,
    StorageModule,
    HealthModule,
    HttpModule,
  ],
})
export class PlatformModule {}

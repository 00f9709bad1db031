import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventLog } from './event-log.js';
import { ForgetOldEventsJob } from './forget-old-events.job.js';
import { ListenerCursor } from './listener-cursor.js';
import { ListenerRegistry } from './listener-registry.js';
import { Outbox } from './outbox.js';
import { RelayOutboxJob } from './relay-outbox.job.js';
import { StartListeners } from './start-listeners.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Outbox, EventLog, ListenerCursor, ListenerRegistry, RelayOutboxJob, ForgetOldEventsJob, StartListeners],
  exports: [Outbox, EventLog],
})
export class OutboxModule {}

import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MissedEvents } from './missed-events.js';
import { Projections } from './projections.js';
import { PushToPanels } from './push-to-panels.listener.js';
import { RealtimePublisher } from './realtime-publisher.js';
import { SocketFanout } from './socket-fanout.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [SocketFanout, RealtimePublisher, Projections, MissedEvents, PushToPanels],
  exports: [RealtimePublisher, MissedEvents, SocketFanout],
})
export class RealtimeModule {}

import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PartitionedTables } from '../../platform/database/partitioned-tables.js';
import { ChannelEntity } from './persistence/channel.entity.js';
import { ChannelRepository } from './persistence/channel.repository.js';
import { FlightRecorderQuery } from './persistence/flight-recorder.query.js';
import { PendingInbox } from './persistence/pending-inbox.js';
import { SandboxOffset } from './persistence/sandbox-offset.js';
import { ChannelRegistry } from './services/channel-registry.js';
import { ChannelSetup } from './services/channel-setup.js';
import { Channels } from './services/channels.js';
import { InboundQueue } from './services/inbound-queue.js';
import { FreshEvents } from './services/fresh-events.js';
import { ReceiptReader } from './services/receipt-reader.js';
import { ReplayWebhook } from './services/replay-webhook.js';
import { SandboxClock } from './services/sandbox-clock.js';
import { TellNotices } from './services/tell-notices.js';

@Module({
  imports: [TypeOrmModule.forFeature([ChannelEntity])],
  providers: [
    ChannelRepository,
    ChannelRegistry,
    Channels,
    ChannelSetup,
    PendingInbox,
    FlightRecorderQuery,
    ReceiptReader,
    FreshEvents,
    InboundQueue,
    ReplayWebhook,
    TellNotices,
    SandboxOffset,
    SandboxClock,
  ],
  exports: [
    ChannelRegistry,
    Channels,
    ChannelSetup,
    FreshEvents,
    InboundQueue,
    TellNotices,
    FlightRecorderQuery,
    ReceiptReader,
    ReplayWebhook,
    ChannelRepository,
    SandboxClock,
  ],
})
export class ChannelsModule implements OnModuleInit {
  constructor(private readonly partitions: PartitionedTables) {}

  onModuleInit(): void {
    this.partitions.register('webhook_receipt');
  }
}

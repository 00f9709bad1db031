import { Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ChannelRegistry, ChannelsModule } from '../channels/index.js';
import { WhatsappCloudAdapter } from './cloud/whatsapp-cloud.adapter.js';
import { whatsappDoor } from './cloud/whatsapp-door.js';

/** Makes WhatsApp Cloud API a channel kind. */
@Module({
  imports: [ChannelsModule],
  providers: [{ provide: WhatsappCloudAdapter, useFactory: () => new WhatsappCloudAdapter() }],
})
export class WhatsappModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly registry: ChannelRegistry,
    private readonly cloud: WhatsappCloudAdapter,
  ) {}

  onModuleInit(): void {
    this.registry.registerAdapter(this.cloud);
    this.registry.registerDoor(whatsappDoor);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.cloud.close();
  }
}

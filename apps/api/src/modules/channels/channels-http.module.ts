import { Module } from '@nestjs/common';
import { ChannelsModule } from './channels.module.js';
import { WhatsAppWebhookController } from './http/webhooks.controller.js';
import { ReceiptStore } from './persistence/receipt-store.js';
import { WebhookIntake } from './services/webhook-intake.js';

@Module({
  imports: [ChannelsModule],
  controllers: [WhatsAppWebhookController],
  providers: [ReceiptStore, WebhookIntake],
})
export class ChannelsHttpModule {}

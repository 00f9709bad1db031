import { Module } from '@nestjs/common';
import { AuthHttpModule, AuthModule } from '../modules/auth/index.js';
import { BusinessModule } from '../modules/business/index.js';
import { CatalogueModule } from '../modules/catalogue/index.js';
import { ChannelsModule } from '../modules/channels/index.js';
import { WhatsappModule } from '../modules/whatsapp/index.js';
import { DemoOffer, DemoPeople, DemoSandbox, DemoShop } from './demo-shop.js';

@Module({
  imports: [AuthModule, AuthHttpModule, BusinessModule, CatalogueModule, ChannelsModule, WhatsappModule],
  providers: [DemoOffer, DemoPeople, DemoSandbox, DemoShop],
  exports: [DemoShop],
})
export class DemoModule {}

import { Module } from '@nestjs/common';
import { AiAssistantHttpModule } from './modules/ai-assistant/index.js';
import { AuthHttpModule } from './modules/auth/index.js';
import { NotificationsHttpModule } from './modules/notifications/index.js';
import { BusinessHttpModule } from './modules/business/index.js';
import { CatalogueHttpModule } from './modules/catalogue/index.js';
import { ChannelsHttpModule } from './modules/channels/index.js';
import { ConversationsHttpModule } from './modules/conversations/index.js';
import { ContactsHttpModule } from './modules/contacts/index.js';
import { LeadsHttpModule } from './modules/leads/index.js';
import { LinksHttpModule } from './modules/links/index.js';
import { TemplatesHttpModule } from './modules/templates/index.js';
import { WhatsappModule } from './modules/whatsapp/index.js';
import { WorkspaceHttpModule } from './modules/workspace/index.js';
import { HealthController } from './platform/health/health.controller.js';
import { PlatformModule } from './platform/platform.module.js';
import { RealtimeGateway } from './platform/realtime/realtime.gateway.js';
import { SocketReview } from './platform/realtime/socket-review.js';

/** What serves HTTP and sockets. */
@Module({
  imports: [
    PlatformModule,
    AuthHttpModule,
    ChannelsHttpModule,
    WhatsappModule,
    BusinessHttpModule,
    ConversationsHttpModule,
    ContactsHttpModule,
    CatalogueHttpModule,
    TemplatesHttpModule,
    LinksHttpModule,
    LeadsHttpModule,
    AiAssistantHttpModule,
    WorkspaceHttpModule,
    NotificationsHttpModule,
  ],
  controllers: [HealthController],
  providers: [RealtimeGateway, SocketReview],
})
export class HttpRoleModule {}

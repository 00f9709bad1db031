import { Module } from '@nestjs/common';
import { AiAssistantWorkerModule } from './modules/ai-assistant/index.js';
import { AuthWorkerModule } from './modules/auth/index.js';
import { NotificationsWorkerModule } from './modules/notifications/index.js';
import { ConversationsWorkerModule } from './modules/conversations/index.js';
import { WhatsappModule } from './modules/whatsapp/index.js';
import { LeadsWorkerModule } from './modules/leads/index.js';
import { LinksWorkerModule } from './modules/links/index.js';
import { TemplatesWorkerModule } from './modules/templates/index.js';
import { PlatformModule } from './platform/platform.module.js';

/** What works in the background: listeners, jobs, sweeps. */
@Module({
  imports: [
    PlatformModule,
    AuthWorkerModule,
    WhatsappModule,
    ConversationsWorkerModule,
    TemplatesWorkerModule,
    LinksWorkerModule,
    LeadsWorkerModule,
    AiAssistantWorkerModule,
    NotificationsWorkerModule,
  ],
})
export class WorkerRoleModule {}

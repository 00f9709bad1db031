import { Module } from '@nestjs/common';
import { AiAssistantModule } from '../ai-assistant/index.js';
import { AuthModule } from '../auth/index.js';
import { BusinessModule } from '../business/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { ChannelsModule } from '../channels/index.js';
import { ContactsModule } from '../contacts/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { LeadsModule } from '../leads/index.js';
import { LinksModule } from '../links/index.js';
import { ConversationPanelController } from './http/conversation-panel.controller.js';
import { LinkStatsController } from './http/link-stats.controller.js';
import { SearchController } from './http/search.controller.js';
import { SyncController } from './http/sync.controller.js';
import { SystemController } from './http/system.controller.js';
import { LinkStatsQuery } from './persistence/link-stats.query.js';
import { SearchQuery } from './persistence/search.query.js';
import { SystemStatusQuery } from './persistence/system-status.query.js';
import { CatchUp } from './services/catch-up.js';
import { ConversationPanel } from './services/conversation-panel.js';
import { LinkStatistics } from './services/link-statistics.js';
import { Origins } from './services/origins.js';
import { SearchEverywhere } from './services/search-everywhere.js';
import { SystemStatus } from './services/system-status.js';

@Module({
  imports: [
    AiAssistantModule,
    AuthModule,
    BusinessModule,
    CatalogueModule,
    ChannelsModule,
    ContactsModule,
    ConversationsModule,
    LinksModule,
    LeadsModule,
  ],
  controllers: [LinkStatsController, SyncController, SearchController, ConversationPanelController, SystemController],
  providers: [
    LinkStatsQuery,
    SearchQuery,
    SystemStatusQuery,
    LinkStatistics,
    CatchUp,
    SearchEverywhere,
    ConversationPanel,
    Origins,
    SystemStatus,
  ],
})
export class WorkspaceHttpModule {}

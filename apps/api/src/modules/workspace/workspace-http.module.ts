import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { BusinessModule } from '../business/index.js';
import { LinksModule } from '../links/index.js';
import { LinkStatsController } from './http/link-stats.controller.js';
import { LinkStatsQuery } from './persistence/link-stats.query.js';
import { LinkStatistics } from './services/link-statistics.js';

@Module({ imports: [AuthModule, BusinessModule, LinksModule], controllers: [LinkStatsController], providers: [LinkStatsQuery, LinkStatistics] })
export class WorkspaceHttpModule {}

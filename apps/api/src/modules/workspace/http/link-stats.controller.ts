import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../auth/index.js';
import { LinkStatistics } from '../services/link-statistics.js';
import { LinkStatsRange, LinkStatsView } from './link-stats.view.js';

@ApiTags('Links')
@Controller('links')
export class LinkStatsController {
  constructor(private readonly statistics: LinkStatistics) {}

  /** Clicks, conversations, leads and sales of a link, day by day. */
  @Get(':id/stats')
  @Permit('links:read')
  @ApiOkResponse({ type: LinkStatsView })
  stats(@Param('id', ParseUUIDPipe) id: string, @Query() range: LinkStatsRange): Promise<LinkStatsView> {
    return this.statistics.of(id, range);
  }
}

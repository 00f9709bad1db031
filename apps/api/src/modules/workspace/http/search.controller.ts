import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { SearchEverywhere } from '../services/search-everywhere.js';
import { FoundView, SearchTextQuery } from './search.view.js';

@ApiTags('Workspace')
@Controller('search')
export class SearchController {
  constructor(private readonly everywhere: SearchEverywhere) {}

  /** People with their conversations, messages by their words, leads and links; only what the reader may see. */
  @Permit('conversations:read')
  @Get()
  @ApiOkResponse({ type: FoundView })
  search(@CurrentPrincipal() reader: Principal, @Query() { q }: SearchTextQuery): Promise<FoundView> {
    return this.everywhere.find(reader, q);
  }
}

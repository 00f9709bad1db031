import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import { Permit } from '../../auth/index.js';
import { MergeSuggestions } from '../services/merge-suggestions.js';
import { MergeSuggestionPage } from './contact.view.js';

@ApiTags('Contacts')
@Controller('contacts/merge-suggestions')
export class MergeSuggestionsController {
  constructor(private readonly suggestions: MergeSuggestions) {}

  /** Contacts that may be one person, the newest pair first. */
  @Permit('contacts:read')
  @Get()
  @ApiOkResponse({ type: MergeSuggestionPage })
  list(@Query() query: PageQuery): Promise<MergeSuggestionPage> {
    return this.suggestions.page(query);
  }
}

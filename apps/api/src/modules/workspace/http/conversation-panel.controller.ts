import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { ConversationPanel } from '../services/conversation-panel.js';
import { ConversationPanelView } from './conversation-panel.view.js';

@ApiTags('Workspace')
@Controller('conversations')
export class ConversationPanelController {
  constructor(private readonly panel: ConversationPanel) {}

  /** The customer column in one answer: profile, lead, origin, other conversations. */
  @Permit('conversations:read')
  @Get(':id/panel')
  @ApiOkResponse({ type: ConversationPanelView })
  @ApiNotFoundResponse()
  read(@CurrentPrincipal() reader: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ConversationPanelView> {
    return this.panel.of(reader, id);
  }
}

import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { ConversationPanel, type PanelOfConversation } from '../services/conversation-panel.js';

@ApiTags('Workspace')
@Controller('conversations')
export class ConversationPanelController {
  constructor(private readonly panel: ConversationPanel) {}

  /** The customer column in one answer: profile, lead, origin, other conversations. */
  @Permit('conversations:read')
  @Get(':id/panel')
  @ApiOkResponse({
    schema: {
      type: 'object',
      required: ['contact', 'lead', 'origin', 'suggestedItems', 'assistant', 'otherConversations'],
      properties: {
        contact: { type: 'object', additionalProperties: true },
        lead: { type: 'object', nullable: true, additionalProperties: true },
        origin: { type: 'object', nullable: true, additionalProperties: true },
        suggestedItems: { type: 'array', items: { type: 'object', additionalProperties: true } },
        assistant: { type: 'object', additionalProperties: true },
        otherConversations: { type: 'array', items: { type: 'object', additionalProperties: true } },
      },
    },
  })
  @ApiNotFoundResponse()
  read(@CurrentPrincipal() reader: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<PanelOfConversation> {
    return this.panel.of(reader, id);
  }
}

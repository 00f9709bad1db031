import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Clock } from '../../../platform/clock/clock.js';
import { CurrentUser, Personal, type UserPrincipal } from '../../auth/index.js';
import { ConversationChanges } from '../persistence/conversation-changes.js';
import { FindConversation } from '../services/find-conversation.js';
import { SeeConversation } from '../services/see-conversation.js';
import { DraftDto, DraftView } from './conversation.dto.js';

/** What one person does with a conversation for themselves: see it, leave it for later, draft an answer. */
@ApiTags('Conversations')
@Controller('conversations/:id')
export class AttentionController {
  constructor(
    private readonly find: FindConversation,
    private readonly see: SeeConversation,
    private readonly changes: ConversationChanges,
    private readonly clock: Clock,
  ) {}

  /** Everything up to now was seen; the customer sees it as read when the channel can tell. */
  @Post('read')
  @HttpCode(204)
  @Personal('conversations:read')
  @ApiNoContentResponse()
  async read(@CurrentUser() user: UserPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.see.seen(await this.find.for(user, id), user.id);
  }

  @Post('unread')
  @HttpCode(204)
  @Personal('conversations:read')
  @ApiNoContentResponse()
  async unread(@CurrentUser() user: UserPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.see.unseen(await this.find.for(user, id), user.id);
  }

  @Put('draft')
  @HttpCode(204)
  @Personal('messages:send')
  @ApiNoContentResponse()
  async putDraft(
    @CurrentUser() user: UserPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: DraftDto,
  ): Promise<void> {
    await this.find.for(user, id);
    await this.changes.putDraft(id, user.id, dto.mode, dto.text, this.clock.now());
  }

  @Get('draft')
  @Personal('messages:send')
  @ApiOkResponse({ type: [DraftView] })
  async drafts(@CurrentUser() user: UserPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<DraftView[]> {
    await this.find.for(user, id);
    return (await this.changes.drafts(id, user.id)).map(({ mode, text, updated_at: at }) => ({
      mode,
      text,
      updatedAt: at.toISOString(),
    }));
  }
}

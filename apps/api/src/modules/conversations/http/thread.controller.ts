import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { pageOf } from '../../../platform/database/keyset-page.js';
import { notFound } from '../../../platform/http/domain-error.js';
import { Idempotent } from '../../../platform/http/idempotent.decorator.js';
import {
  CurrentPrincipal,
  CurrentUser,
  Permit,
  Personal,
  type Principal,
  type UserPrincipal,
} from '../../auth/index.js';
import { ThreadQuery, type ThreadRow } from '../persistence/thread.query.js';
import { AddNote } from '../services/add-note.js';
import { FindConversation } from '../services/find-conversation.js';
import { RetryMessage } from '../services/retry-message.js';
import { AttemptView, NoteDto } from './conversation.dto.js';
import { MessagePage, MessageView } from './message.view.js';
import { placeOf } from './place-of.js';
import { PresentMessages } from './present-messages.js';

export class ThreadPageQuery {
  /** Older than this cursor (`nextCursor` of the page before). */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  before?: string;

  /** Newer than this message. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 50;
}

@ApiTags('Conversations')
@Controller('conversations/:id')
export class ThreadController {
  constructor(
    private readonly find: FindConversation,
    private readonly thread: ThreadQuery,
    private readonly presenter: PresentMessages,
    private readonly notes: AddNote,
    private readonly retries: RetryMessage,
  ) {}

  /** Newest first. */
  @Get('messages')
  @Permit('conversations:read')
  @ApiOkResponse({ type: MessagePage })
  async messages(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ThreadPageQuery,
  ): Promise<MessagePage> {
    await this.find.for(principal, id);
    const after = placeOf(query.after, 'time');
    const rows = after
      ? (await this.thread.after(id, after, query.limit)).reverse()
      : await this.thread.before(id, placeOf(query.before, 'time'), query.limit + 1);
    const page = pageOf(
      rows,
      query.limit,
      (row: ThreadRow) => [row.cursor_value, row.id],
      (row) => row,
    );
    return { data: await this.presenter.present(page.data), nextCursor: page.nextCursor };
  }

  /** An internal note: never reaches the customer. */
  @Post('notes')
  @Idempotent()
  @Personal('conversations:write')
  @ApiCreatedResponse({ type: MessageView })
  async note(
    @CurrentUser() user: UserPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: NoteDto,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<MessageView> {
    const conversation = await this.find.for(user, id);
    const noteId = await this.notes.add(id, conversation.channel_id, user.id, {
      text: dto.text,
      mentions: dto.mentions ?? [],
      clientMessageId: key ?? null,
    });
    return this.one(noteId);
  }

  /** Another attempt of a message that failed. */
  @Post('messages/:messageId/retry')
  @HttpCode(201)
  @Permit('messages:send')
  @ApiCreatedResponse({ type: MessageView })
  async retry(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('messageId', ParseUUIDPipe) messageId: string,
  ): Promise<MessageView> {
    await this.find.for(principal, id);
    await this.retries.retry(messageId, id);
    return this.one(messageId);
  }

  /** Every try of a message, with the provider's id and outcome. */
  @Get('messages/:messageId/attempts')
  @Permit('conversations:read')
  @ApiOkResponse({ type: [AttemptView] })
  async attempts(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('messageId', ParseUUIDPipe) messageId: string,
  ): Promise<AttemptView[]> {
    await this.find.for(principal, id);
    const row = (await this.thread.byIds([messageId])).get(messageId);
    if (!row || row.conversation_id !== id) throw notFound('message');
    return (await this.thread.attempts(messageId)).map((attempt) => ({
      id: attempt.id,
      number: attempt.number,
      startedAt: attempt.started_at.toISOString(),
      finishedAt: attempt.finished_at?.toISOString() ?? null,
      outcome: attempt.outcome,
      providerId: attempt.provider_id,
      failure: attempt.failure as Record<string, unknown> | null,
    }));
  }

  private async one(messageId: string): Promise<MessageView> {
    const [view] = await this.presenter.present([...(await this.thread.byIds([messageId])).values()]);
    if (!view) throw notFound('message');
    return view;
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { ReviewTurns } from '../services/review-turns.js';
import { DismissBody, FeedbackBody, TurnsQuery } from './assistant.dto.js';
import { presentTurn } from './present-turn.js';
import { TurnPage, TurnView } from './turn.view.js';

@ApiTags('Assistant')
@Controller('assistant/turns')
export class TurnsController {
  constructor(private readonly review: ReviewTurns) {}

  /** What the assistant did in a conversation, the newest first. */
  @Get()
  @Permit('assistant:use')
  @ApiOkResponse({ type: TurnPage })
  async list(
    @CurrentPrincipal() reader: Principal,
    @Query() { conversationId, limit, cursor }: TurnsQuery,
  ): Promise<TurnPage> {
    const { data, nextCursor } = await this.review.page(reader, conversationId, { limit, ...(cursor && { cursor }) });
    return { data: data.map(presentTurn), nextCursor };
  }

  /** Why it answered this. */
  @Get(':id')
  @Permit('assistant:use')
  @ApiOkResponse({ type: TurnView })
  @ApiNotFoundResponse()
  async read(@CurrentPrincipal() reader: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<TurnView> {
    return presentTurn(await this.review.read(reader, id));
  }

  @Post(':id/feedback')
  @HttpCode(204)
  @Permit('assistant:use')
  @ApiNoContentResponse()
  async rate(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { thumb, note }: FeedbackBody,
  ): Promise<void> {
    await this.review.rate(reader, id, thumb ?? null, note ?? null);
  }

  /** The suggestion went into the composer. */
  @Post(':id/use')
  @HttpCode(204)
  @Permit('assistant:use')
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: '`not_a_suggestion`' })
  async use(@CurrentPrincipal() reader: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.review.settle(reader, id, 'used', null);
  }

  @Post(':id/dismiss')
  @HttpCode(204)
  @Permit('assistant:use')
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: '`not_a_suggestion`' })
  async dismiss(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: DismissBody,
  ): Promise<void> {
    await this.review.settle(reader, id, 'dismissed', reason ?? null);
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { pageOf } from '../../../platform/database/keyset-page.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import {
  CurrentPrincipal,
  CurrentUser,
  Permit,
  Personal,
  type Principal,
  type UserPrincipal,
} from '../../auth/index.js';
import { visibilityOf } from '../domain/visibility.js';
import { InboxQuery, type InboxRow } from '../persistence/inbox.query.js';
import { AssignConversation } from '../services/assign-conversation.js';
import { FindConversation, viewerOf } from '../services/find-conversation.js';
import { ReviseConversation } from '../services/revise-conversation.js';
import { SearchInbox } from '../services/search-inbox.js';
import {
  AssignConversationDto,
  AssistantDto,
  ChangeConversationDto,
  ConversationListQuery,
} from './conversation.dto.js';
import { ConversationCounts, ConversationPage, ConversationView } from './conversation.view.js';
import { placeOf } from './place-of.js';
import { PRIORITIES, PresentConversations } from './present-conversations.js';

@ApiTags('Conversations')
@Controller('conversations')
export class ConversationsController {
  constructor(
    private readonly inbox: InboxQuery,
    private readonly search: SearchInbox,
    private readonly find: FindConversation,
    private readonly presenter: PresentConversations,
    private readonly revise: ReviseConversation,
    private readonly assignment: AssignConversation,
  ) {}

  /** The inbox, by keyset. */
  @Get()
  @Permit('conversations:read')
  @ApiOkResponse({ type: ConversationPage })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() query: ConversationListQuery,
  ): Promise<ConversationPage> {
    const rows = await this.inbox.page({
      visibility: visibilityOf(principal),
      viewerId: viewerOf(principal),
      view: query.view,
      status: query.status,
      priority: query.priority && PRIORITIES.indexOf(query.priority),
      network: query.source,
      channelKind: query.channelKind,
      assigneeId: query.assigneeId,
      contactId: query.contactId,
      tag: query.tag,
      unread: query.unread,
      found: query.q ? await this.search.find(query.q) : undefined,
      sort: query.sort,
      after: placeOf(query.cursor, query.sort === '-priority' ? 'number' : 'time'),
      limit: query.limit + 1,
    });
    const page = pageOf(
      rows,
      query.limit,
      (row: InboxRow) => [row.cursor_value, row.id],
      (row) => row,
    );
    return { data: await this.presenter.present(page.data), nextCursor: page.nextCursor };
  }

  /** The only source of tab and unread counts. */
  @Get('counts')
  @Permit('conversations:read')
  @ApiOkResponse({ type: ConversationCounts })
  counts(@CurrentPrincipal() principal: Principal): Promise<ConversationCounts> {
    return this.inbox.counts(visibilityOf(principal), viewerOf(principal));
  }

  @Get(':id')
  @Permit('conversations:read')
  @ApiOkResponse({ type: ConversationView })
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConversationView> {
    return this.answer(principal, id, reply);
  }

  /** Status, priority, tags, snooze. */
  @Patch(':id')
  @Permit('conversations:write')
  @ApiOkResponse({ type: ConversationView })
  async change(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ChangeConversationDto,
    @IfMatch() version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConversationView> {
    await this.find.for(principal, id);
    await this.revise.revise(
      id,
      { ...dto, priority: dto.priority ? PRIORITIES.indexOf(dto.priority) : undefined },
      { byUserId: viewerOf(principal), version },
    );
    return this.answer(principal, id, reply);
  }

  /** To a person, a team or nobody. */
  @Post(':id/assign')
  @HttpCode(200)
  @Permit('conversations:write')
  @ApiOkResponse({ type: ConversationView })
  async assign(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: AssignConversationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConversationView> {
    await this.find.for(principal, id);
    await this.assignment.assign(id, dto, viewerOf(principal));
    // Whoever gave it away hears where it went, though they may not see it from now on.
    return this.present((await this.inbox.byIds([id], viewerOf(principal)))[0], reply);
  }

  /** Takes it, if nobody has it. 409 `already_claimed` says who does. */
  @Post(':id/claim')
  @HttpCode(200)
  @Personal('messages:send')
  @ApiOkResponse({ type: ConversationView })
  async claim(
    @CurrentUser() user: UserPrincipal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConversationView> {
    await this.find.for(user, id);
    await this.assignment.claim(id, user.id);
    return this.answer(user, id, reply);
  }

  /** What ISAC may do here. */
  @Put(':id/assistant')
  @Permit('conversations:write')
  @ApiOkResponse({ type: ConversationView })
  async assistant(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: AssistantDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConversationView> {
    await this.find.for(principal, id);
    await this.revise.assistant(id, dto, viewerOf(principal));
    return this.answer(principal, id, reply);
  }

  private async answer(principal: Principal, id: string, reply: FastifyReply): Promise<ConversationView> {
    return this.present(await this.find.for(principal, id), reply);
  }

  private async present(row: InboxRow | undefined, reply: FastifyReply): Promise<ConversationView> {
    const [view] = row ? await this.presenter.present([row]) : [];
    if (!view) throw new Error('a conversation that was found could not be presented');
    void reply.header('etag', `"${view.version}"`);
    return view;
  }
}

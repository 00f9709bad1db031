import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import { Idempotent } from '../../../platform/http/idempotent.decorator.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { viewerOf } from '../domain/lead-viewer.js';
import type { LeadFilter } from '../persistence/lead-filter.js';
import { ChangeLead } from '../services/change-lead.js';
import { LeadLists } from '../services/lead-lists.js';
import { LeadViews } from '../services/lead-views.js';
import { OpenLeadByHand } from '../services/open-lead-by-hand.js';
import { AssignLeadInput, ChangeLeadInput, CreateLeadInput, LeadFilterQuery, ListLeadsQuery } from './lead.dto.js';
import { LeadEventPage, LeadPage, LeadView, PipelineView } from './lead-view.js';

const userIdOf = (principal: Principal): string | null => (principal.kind === 'user' ? principal.id : null);

function filterOf(principal: Principal, { assigneeId, ...query }: LeadFilterQuery, anonymous: boolean): LeadFilter {
  const assignee = assigneeId === 'me' ? principal.id : assigneeId;
  return { ...query, viewer: viewerOf(principal), anonymous, ...(assignee !== undefined && { assigneeId: assignee }) };
}

@ApiTags('Leads')
@Controller('leads')
export class LeadsController {
  constructor(
    private readonly views: LeadViews,
    private readonly lists: LeadLists,
    private readonly changeLead: ChangeLead,
    private readonly openLeadByHand: OpenLeadByHand,
  ) {}

  @Get()
  @Permit('leads:read')
  @ApiOkResponse({ type: LeadPage })
  list(@CurrentPrincipal() principal: Principal, @Query() query: ListLeadsQuery): Promise<LeadPage> {
    const { sort, limit, cursor, anonymous, ...filter } = query;
    return this.lists.list(
      filterOf(principal, filter, anonymous),
      { sort, limit, ...(cursor !== undefined && { cursor }) },
      userIdOf(principal),
    );
  }

  /** Every column with its count and sum over all cards, and the first 25 of them. */
  @Get('pipeline')
  @Permit('leads:read')
  @ApiOkResponse({ type: PipelineView })
  pipeline(@CurrentPrincipal() principal: Principal, @Query() query: LeadFilterQuery): Promise<PipelineView> {
    return this.lists.pipeline(filterOf(principal, query, false), userIdOf(principal));
  }

  /** A lead that somebody writes down. Those of messages and clicks begin by themselves. */
  @Post()
  @Permit('leads:write')
  @Idempotent()
  @ApiCreatedResponse({ type: LeadView })
  @ApiConflictResponse({
    description: '`open_lead_exists`: this person has an open lead on this item; `leadId` names it.',
  })
  async create(
    @CurrentPrincipal() principal: Principal,
    @Body() { contactId, itemId, ...rest }: CreateLeadInput,
  ): Promise<LeadView> {
    const id = await this.openLeadByHand.open(principal, contactId, itemId ?? null, rest);
    return this.views.one({ all: true }, id, userIdOf(principal));
  }

  @Get(':id')
  @Permit('leads:read')
  @ApiOkResponse({ type: LeadView })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadView> {
    return tagged(reply, await this.views.one(viewerOf(principal), id, userIdOf(principal)));
  }

  /** An open lead moves along the pipeline but never back to new; lost needs a reason; a lost one is reopened as contacted; won is final. */
  @Patch(':id')
  @Permit('leads:write')
  @ApiOkResponse({ type: LeadView })
  @ApiConflictResponse({ description: '`lead_state_refused`, `open_lead_exists`' })
  async change(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeLeadInput,
    @IfMatch() ifMatch: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadView> {
    await this.views.require(viewerOf(principal), id);
    await this.changeLead.change(principal, id, body, ifMatch);
    return tagged(reply, await this.views.one({ all: true }, id, userIdOf(principal)));
  }

  /** Everything that happened to it, newest first. */
  @Get(':id/events')
  @Permit('leads:read')
  @ApiOkResponse({ type: LeadEventPage })
  async events(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() page: PageQuery,
  ): Promise<LeadEventPage> {
    await this.views.require(viewerOf(principal), id);
    return this.lists.history(id, page);
  }

  @Post(':id/assign')
  @HttpCode(200)
  @Permit('leads:write')
  @ApiOkResponse({ type: LeadView })
  async assign(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { assigneeId }: AssignLeadInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeadView> {
    await this.views.require(viewerOf(principal), id);
    await this.changeLead.change(principal, id, { assigneeId });
    return tagged(reply, await this.views.one({ all: true }, id, userIdOf(principal)));
  }
}

function tagged(reply: FastifyReply, lead: LeadView): LeadView {
  void reply.header('etag', `"${lead.version}"`);
  return lead;
}

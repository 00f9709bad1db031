import { Body, Controller, Delete, Get, Header, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Idempotent } from '../../../platform/http/idempotent.decorator.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { qrSvg } from '../domain/qr-code.js';
import { ChangeLink } from '../services/change-link.js';
import { CreateLinks } from '../services/create-links.js';
import { LinkViews } from '../services/link-views.js';
import { ChangeLinkInput, CreateLinksInput, ListLinksQuery, QrQuery } from './link.dto.js';
import { CreatedLinks, LinkPage, LinkView, RemovedLink } from './link-view.js';

@ApiTags('Links')
@Controller('links')
export class LinksController {
  constructor(
    private readonly views: LinkViews,
    private readonly createLinks: CreateLinks,
    private readonly changeLink: ChangeLink,
  ) {}

  /** Tracked links, newest first. */
  @Get()
  @Permit('links:read')
  @ApiOkResponse({ type: LinkPage })
  list(@Query() query: ListLinksQuery): Promise<LinkPage> {
    return this.views.list(query);
  }

  /** One item on one or several networks. */
  @Post()
  @Permit('links:write')
  @Idempotent()
  @ApiCreatedResponse({ type: CreatedLinks })
  @ApiConflictResponse({ description: '`duplicate_link`: the item has a link of this name on one of the networks.' })
  async create(@CurrentPrincipal() principal: Principal, @Body() body: CreateLinksInput): Promise<CreatedLinks> {
    const ids = await this.createLinks.create(principal, {
      ...body,
      itemId: body.itemId ?? null,
      message: body.message || null,
      utm: body.utm ?? {},
    });
    return { data: await this.views.byIds(ids) };
  }

  @Get(':id')
  @Permit('links:read')
  @ApiOkResponse({ type: LinkView })
  async one(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LinkView> {
    return tagged(reply, await this.views.one(id));
  }

  /** Slug, item and network never change: they are printed and shared. An archived link is only brought back. */
  @Patch(':id')
  @Permit('links:write')
  @ApiOkResponse({ type: LinkView })
  @ApiConflictResponse({ description: '`duplicate_link`: the item has a link of this name on this network.' })
  async change(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeLinkInput,
    @IfMatch() ifMatch: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LinkView> {
    await this.changeLink.change(principal, id, body, ifMatch);
    return tagged(reply, await this.views.one(id));
  }

  /** Archives a link that has history, deletes one that has none. */
  @Delete(':id')
  @Permit('links:write')
  @ApiOkResponse({ type: RemovedLink })
  async remove(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<RemovedLink> {
    return { outcome: await this.changeLink.remove(principal, id) };
  }

  /** A QR code of the short address, dark on white with a quiet zone. */
  @Get(':id/qr')
  @Permit('links:read')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  async qr(@Param('id', ParseUUIDPipe) id: string, @Query() { size }: QrQuery): Promise<string> {
    const { shortUrl } = await this.views.one(id);
    return qrSvg(shortUrl, size);
  }
}

function tagged(reply: FastifyReply, link: LinkView): LinkView {
  void reply.header('etag', `"${link.version}"`);
  return link;
}

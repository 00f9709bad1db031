import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiPreconditionFailedResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Idempotent } from '../../../platform/http/idempotent.decorator.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { CatalogueShelf } from '../services/catalogue-shelf.js';
import { FaqEditing } from '../services/faq-editing.js';
import { ChangeFaqBody, CreateFaqBody, FaqQuery } from './catalogue.dto.js';
import { FaqList, FaqView } from './catalogue.view.js';

@ApiTags('Catalogue')
@Controller('faq')
export class FaqController {
  constructor(
    private readonly shelf: CatalogueShelf,
    private readonly editing: FaqEditing,
  ) {}

  @Permit('catalogue:read')
  @Get()
  @ApiOkResponse({ type: FaqList })
  async list(@Query() { status }: FaqQuery): Promise<FaqList> {
    return { data: await this.shelf.faqs(status), nextCursor: null };
  }

  @Permit('catalogue:write')
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: FaqView })
  create(@CurrentPrincipal() by: Principal, @Body() body: CreateFaqBody): Promise<FaqView> {
    return this.editing.create(by, body);
  }

  @Permit('catalogue:write')
  @Patch(':id')
  @ApiOkResponse({ type: FaqView })
  @ApiNotFoundResponse()
  @ApiPreconditionFailedResponse({ description: '`stale_version`' })
  async change(
    @CurrentPrincipal() by: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Body() body: ChangeFaqBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FaqView> {
    const entry = await this.editing.edit(by, id, version, body);
    void reply.header('etag', `"${entry.version}"`);
    return entry;
  }

  /** No longer answered with. */
  @Permit('catalogue:write')
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  async archive(@CurrentPrincipal() by: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.editing.edit(by, id, undefined, { status: 'archived' });
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
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
import { Catalogue } from '../catalogue.facade.js';
import type { Item } from '../domain/item.js';
import { CatalogueShelf } from '../services/catalogue-shelf.js';
import { ItemEditing } from '../services/item-editing.js';
import { ChangeItemBody, CreateItemBody, ItemQuery, ItemSearchInput } from './catalogue.dto.js';
import { ItemPage, ItemView, presentItem } from './catalogue.view.js';

@ApiTags('Catalogue')
@Controller('catalogue')
export class CatalogueController {
  constructor(
    private readonly shelf: CatalogueShelf,
    private readonly catalogue: Catalogue,
    private readonly editing: ItemEditing,
  ) {}

  /** In the order of names; with `q`, the best matches in one page. */
  @Permit('catalogue:read')
  @Get()
  @ApiOkResponse({ type: ItemPage })
  async list(@Query() query: ItemQuery): Promise<ItemPage> {
    const { data, nextCursor } = await this.shelf.page(query);
    return { data: data.map(presentItem), nextCursor };
  }

  /** Active items, the best match first. */
  @Permit('catalogue:read')
  @Get('search')
  @ApiOkResponse({ type: ItemPage })
  async search(@Query() { q, limit }: ItemSearchInput): Promise<ItemPage> {
    return { data: (await this.catalogue.search(q, limit)).map(presentItem), nextCursor: null };
  }

  @Permit('catalogue:read')
  @Get(':idOrSku')
  @ApiOkResponse({ type: ItemView })
  @ApiNotFoundResponse()
  async read(@Param('idOrSku') idOrSku: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ItemView> {
    return answer(await this.shelf.read(idOrSku), reply);
  }

  @Permit('catalogue:write')
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: ItemView })
  @ApiConflictResponse({ description: '`sku_taken`' })
  async create(
    @CurrentPrincipal() by: Principal,
    @Body() body: CreateItemBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ItemView> {
    return answer(await this.editing.create(by, body), reply);
  }

  @Permit('catalogue:write')
  @Patch(':idOrSku')
  @ApiOkResponse({ type: ItemView })
  @ApiNotFoundResponse()
  @ApiConflictResponse({ description: '`sku_taken`' })
  @ApiPreconditionFailedResponse({ description: '`stale_version`' })
  async change(
    @CurrentPrincipal() by: Principal,
    @Param('idOrSku') idOrSku: string,
    @IfMatch() version: number | undefined,
    @Body() body: ChangeItemBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ItemView> {
    return answer(await this.editing.edit(by, (await this.shelf.read(idOrSku)).id, version, body), reply);
  }

  /** No longer offered; what refers to it stays readable. */
  @Permit('catalogue:write')
  @Delete(':idOrSku')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  async archive(@CurrentPrincipal() by: Principal, @Param('idOrSku') idOrSku: string): Promise<void> {
    await this.editing.edit(by, (await this.shelf.read(idOrSku)).id, undefined, { status: 'archived' });
  }
}

function answer(item: Item, reply: FastifyReply): ItemView {
  void reply.header('etag', `"${item.version}"`);
  return presentItem(item);
}

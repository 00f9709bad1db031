import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../../platform/database/keyset-page.js';
import { Idempotent } from '../../../platform/http/idempotent.decorator.js';
import type { Principal } from '../domain/principal.js';
import { ApiKeys } from '../services/api-keys.js';
import { ApiKeyPage, CreateApiKeyBody, NewApiKeyView } from './api-keys.dto.js';
import { CurrentPrincipal } from './current-principal.js';
import { presentApiKey } from './present-api-key.js';
import { Permit } from './route-access.js';

@ApiTags('Auth')
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Permit('keys:manage')
  @Get()
  @ApiOkResponse({ type: ApiKeyPage })
  async list(@Query() { limit, cursor }: PageQuery): Promise<ApiKeyPage> {
    const { data, nextCursor } = await this.keys.list(limit, cursor);
    return { data: data.map(presentApiKey), nextCursor };
  }

  /** The answer holds the key, this once. Under an `Idempotency-Key` the same request hears it again for a day: till then it is kept sealed. */
  @Permit('keys:manage')
  @Post()
  @Idempotent()
  @Header('cache-control', 'no-store')
  @ApiCreatedResponse({ type: NewApiKeyView })
  async create(
    @CurrentPrincipal() by: Principal,
    @Body() { name, scopes, expiresAt }: CreateApiKeyBody,
  ): Promise<NewApiKeyView> {
    const { row, key } = await this.keys.create(by, { name, scopes, ...(expiresAt && { expiresAt }) });
    return { ...presentApiKey(row), key };
  }

  /** The key opens nothing from now on. */
  @Permit('keys:manage')
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  async revoke(@CurrentPrincipal() by: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.keys.revoke(by, id);
  }
}

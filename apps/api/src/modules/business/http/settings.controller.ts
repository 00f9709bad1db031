import { Body, Controller, Get, Patch, Res } from '@nestjs/common';
import { ApiOkResponse, ApiPreconditionFailedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Config } from '../../../platform/config/config.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { CurrentPrincipal, Permit, SignedIn, type Principal } from '../../auth/index.js';
import type { BusinessProfile } from '../domain/business-profile.js';
import { Business } from '../services/business.js';
import { presentSettings } from './present-settings.js';
import { ChangeSettingsBody, SettingsView, StoreList } from './settings.dto.js';

@ApiTags('Business')
@Controller()
export class SettingsController {
  constructor(
    private readonly business: Business,
    private readonly config: Config,
  ) {}

  /** The business, its stores, its week and its holidays. */
  @SignedIn()
  @Get('settings')
  @ApiOkResponse({ type: SettingsView })
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<SettingsView> {
    return this.answer(await this.business.current(), reply);
  }

  @Permit('settings:manage')
  @Patch('settings')
  @ApiOkResponse({ type: SettingsView })
  @ApiPreconditionFailedResponse({ description: '`stale_version`' })
  async change(
    @CurrentPrincipal() by: Principal,
    @IfMatch() version: number | undefined,
    @Body() { business, ...lists }: ChangeSettingsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SettingsView> {
    return this.answer(await this.business.change(by, version, { ...business, ...lists }), reply);
  }

  @SignedIn()
  @Get('stores')
  @ApiOkResponse({ type: StoreList })
  async stores(): Promise<StoreList> {
    return { data: (await this.business.current()).stores, nextCursor: null };
  }

  private answer(profile: BusinessProfile, reply: FastifyReply): SettingsView {
    void reply.header('etag', `"${profile.version}"`);
    return presentSettings(profile, this.config.simulatorUrl !== null);
  }
}

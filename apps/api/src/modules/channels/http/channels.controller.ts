import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiPreconditionFailedResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Idempotent } from '../../../platform/http/idempotent.decorator.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { ConnectChannels } from '../services/connect-channels.js';
import { ListProblems } from '../services/list-problems.js';
import { ChannelPresenter } from './channel-presenter.js';
import { ChannelList, ChannelProblemList, ChannelTestView, ChannelView, OpenedChannelView } from './channel-view.js';
import { ChangeChannelBody, OpenChannelBody } from './channel.dto.js';

@ApiTags('Channels')
@Controller('channels')
export class ChannelsController {
  constructor(
    private readonly connect: ConnectChannels,
    private readonly problems: ListProblems,
    private readonly presenter: ChannelPresenter,
  ) {}

  /** The addresses of the business, with their health. */
  @Permit('conversations:read')
  @Get()
  @ApiOkResponse({ type: ChannelList })
  async list(): Promise<ChannelList> {
    return { data: await this.presenter.all(), nextCursor: null };
  }

  /** What waits for a person: webhooks nobody could use, wrong signatures, channels that do not work. */
  @Permit('webhook-events:read')
  @Get('problems')
  @ApiOkResponse({ type: ChannelProblemList })
  async listProblems(): Promise<ChannelProblemList> {
    return { data: await this.problems.list(), nextCursor: null };
  }

  @Permit('conversations:read')
  @Get(':id')
  @ApiOkResponse({ type: ChannelView })
  @ApiNotFoundResponse()
  read(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ChannelView> {
    return this.answer(id, reply);
  }

  /** Connects a number of WhatsApp Cloud. */
  @Permit('channels:manage')
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: OpenedChannelView })
  @ApiConflictResponse({ description: '`channel_exists`' })
  async open(
    @CurrentPrincipal() by: Principal,
    @Body() body: OpenChannelBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedChannelView> {
    const { id, verifyToken } = await this.connect.open(by, body);
    return { ...(await this.answer(id, reply)), verifyToken };
  }

  @Permit('channels:manage')
  @Patch(':id')
  @ApiOkResponse({ type: ChannelView })
  @ApiNotFoundResponse()
  @ApiPreconditionFailedResponse({ description: '`stale_version`' })
  async change(
    @CurrentPrincipal() by: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Body() body: ChangeChannelBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChannelView> {
    await this.connect.change(by, id, version, body);
    return this.answer(id, reply);
  }

  /** Asks the provider whether the credentials work; the channel's health then says what it heard. */
  @Permit('channels:manage')
  @Post(':id/test')
  @HttpCode(200)
  @ApiOkResponse({ type: ChannelTestView })
  @ApiNotFoundResponse()
  async test(
    @CurrentPrincipal() by: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChannelTestView> {
    const heard = await this.connect.test(by, id);
    return { ...heard, channel: await this.answer(id, reply) };
  }

  private async answer(id: string, reply: FastifyReply): Promise<ChannelView> {
    const view = await this.presenter.one(id);
    void reply.header('etag', `"${view.version}"`);
    return view;
  }
}

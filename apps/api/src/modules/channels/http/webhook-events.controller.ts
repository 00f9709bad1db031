import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { FlightRecorder } from '../services/flight-recorder.js';
import { presentWebhookEvent } from './present-webhook-event.js';
import { WebhookEventDetail, WebhookEventPage, WebhookEventQuery, WebhookEventView } from './webhook-event.dto.js';

@ApiTags('Channels')
@Permit('webhook-events:read')
@Controller('webhook-events')
export class WebhookEventsController {
  constructor(private readonly recorder: FlightRecorder) {}

  /** The flight recorder: every proven webhook with what became of it, newest first. */
  @Get()
  @ApiOkResponse({ type: WebhookEventPage })
  async list(@Query() query: WebhookEventQuery): Promise<WebhookEventPage> {
    const { data, nextCursor } = await this.recorder.page(query);
    return { data: data.map(presentWebhookEvent), nextCursor };
  }

  @Get(':id')
  @ApiOkResponse({ type: WebhookEventDetail })
  @ApiNotFoundResponse()
  async read(@Param('id', ParseUUIDPipe) id: string): Promise<WebhookEventDetail> {
    const { webhook, body } = await this.recorder.open(id);
    return { ...presentWebhookEvent(webhook), body };
  }

  /** Runs it again as today's configuration understands it. What was already done is not done twice. */
  @Post(':id/replay')
  @HttpCode(200)
  @ApiOkResponse({ type: WebhookEventView })
  @ApiNotFoundResponse()
  async replay(@CurrentPrincipal() by: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<WebhookEventView> {
    return presentWebhookEvent(await this.recorder.replay(by, id));
  }
}

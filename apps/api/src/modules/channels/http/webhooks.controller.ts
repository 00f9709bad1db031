import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenRoute } from '../../../platform/http/open-route.decorator.js';
import { ReceiptReader } from '../services/receipt-reader.js';
import { WebhookIntake } from '../services/webhook-intake.js';

/** Where Meta calls for WhatsApp. */
@ApiExcludeController()
@OpenRoute()
@Controller('webhooks/whatsapp')
export class WhatsAppWebhookController {
  constructor(
    private readonly intake: WebhookIntake,
    private readonly reader: ReceiptReader,
  ) {}

  /** Meta asks once whether this address is ours: the challenge comes back only for a verify token of one of our channels. */
  @Get()
  async handshake(@Query() query: Record<string, unknown>, @Res() reply: FastifyReply): Promise<void> {
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query;
    const right = mode === 'subscribe' && typeof token === 'string' && typeof challenge === 'string' && (await this.reader.knowsVerifyToken('whatsapp', token));
    await (right ? reply.status(200).type('text/plain').send(challenge) : reply.status(403).send());
  }

  @Post()
  @HttpCode(200)
  async receive(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const answer = await this.intake.take('whatsapp', { raw, headers: request.headers, url: request.url });
    await reply.status(answer === 'stored' ? 200 : 401).send();
  }
}

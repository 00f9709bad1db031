import { Controller, Get, Headers, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { sameSecret } from '../encryption/same-secret.js';
import { DomainError } from '../http/domain-error.js';
import { OpenRoute } from '../http/open-route.decorator.js';
import { Metrics } from './metrics.js';
import { ReadinessCheck } from './readiness.js';

@ApiExcludeController()
@OpenRoute()
@Controller({ path: '', version: VERSION_NEUTRAL })
export class HealthController {
  constructor(
    private readonly readiness: ReadinessCheck,
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Get('health/live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const state = await this.readiness.ask();
    await reply.status(state.ready ? 200 : 503).send(state);
  }

  /** Prometheus text. Only with the token of METRICS_TOKEN when one is set, else only from this machine. */
  @Get('metrics')
  async prometheus(
    @Headers('authorization') authorization: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const known = this.config.metricsToken
      ? sameSecret(authorization ?? '', `Bearer ${this.config.metricsToken}`)
      : fromThisMachine(reply.request);
    if (!known) throw new DomainError('unauthorized', 401, 'Metrics need the token of METRICS_TOKEN.');
    await reply.header('content-type', this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}

/** By the connection itself: what a header says is anybody's word, and a proxy on this machine speaks for others. */
const fromThisMachine = ({ socket, headers }: FastifyRequest): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined;

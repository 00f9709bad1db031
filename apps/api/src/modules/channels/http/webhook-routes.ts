import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerProblem } from '../../../platform/http/answer-problem.js';
import { DomainError } from '../../../platform/http/domain-error.js';
import type { WebhookDoor } from '../domain/channel-adapter.js';
import { ReceiptReader } from '../services/receipt-reader.js';
import { WebhookIntake } from '../services/webhook-intake.js';

/** Meta sends up to 3 MiB. */
const LARGEST_BODY = 4 * 1024 * 1024;

/**
 * The addresses that providers call, as routes of the server itself: no guard, pipe or interceptor concerns them, and each of those would cost every
 * webhook more than storing it. Bodies arrive as the bytes they were signed as.
 */
@Injectable()
export class WebhookRoutes implements OnModuleInit {
  private installed = false;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly intake: WebhookIntake,
    private readonly reader: ReceiptReader,
  ) {}

  /** Whoever assembles the server without installing them first gets them all the same. The command line has no server. */
  onModuleInit(): void {
    const server = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    if (server) this.install(server.getInstance<FastifyInstance>());
  }

  /** Call it before hooks for other routes are added, so that webhooks pass without them. */
  install(fastify: FastifyInstance): void {
    if (this.installed) return;
    this.installed = true;
    fastify.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (request, body, parsed) => {
        // No provider packs its webhooks, and a signature is over the bytes as they came.
        if (request.headers['content-encoding'] === undefined) parsed(null, body);
        else
          parsed(new DomainError('unsupported_media_type', 415, 'Send the body as it is, without Content-Encoding.'));
      });
      scope.setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
      this.open(scope, 'whatsapp');
      done();
    });
  }

  private open(scope: FastifyInstance, door: WebhookDoor['name']): void {
    const path = `/webhooks/${door}`;
    scope.post(path, async (request, reply) => {
      const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const answer = await this.intake.take(door, { raw, headers: request.headers, url: request.url });
      return reply.status(answer === 'stored' ? 200 : 401).send();
    });
    scope.get(path, async (request, reply) => {
      const challenge = await this.challengeOf(door, request);
      return challenge === undefined
        ? reply.status(403).send()
        : reply.type('text/plain').header('x-content-type-options', 'nosniff').send(challenge);
    });
  }

  /** Meta asks once whether this address is ours: the challenge comes back only for a verify token of one of our channels. */
  private async challengeOf(door: WebhookDoor['name'], request: FastifyRequest): Promise<string | undefined> {
    const {
      'hub.mode': mode,
      'hub.verify_token': token,
      'hub.challenge': challenge,
    } = request.query as Record<string, unknown>;
    if (mode !== 'subscribe' || typeof token !== 'string' || typeof challenge !== 'string') return undefined;
    return (await this.reader.knowsVerifyToken(door, token)) ? challenge : undefined;
  }
}

import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, from, lastValueFrom } from 'rxjs';
import { Transaction } from '../database/transaction.js';
import { DomainError } from './domain-error.js';
import { IdempotencyKeys } from './idempotency-keys.js';

const KEY_FORM = /^[\x21-\x7e]{1,200}$/;

/** Runs a write once for each key: the answer is kept in the transaction of the write itself. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly transaction: Transaction,
    private readonly keys: IdempotencyKeys,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { principal?: { kind: string; id: string } }>();
    const header = request.headers['idempotency-key'];
    if (header === undefined) return next.handle();
    if (typeof header !== 'string' || !KEY_FORM.test(header)) throw new DomainError('invalid_idempotency_key', 400, 'Idempotency-Key must be 1 to 200 visible ASCII characters.');
    const owner = request.principal ? `${request.principal.kind}:${request.principal.id}` : 'anonymous';
    const route = `${request.method} ${request.routeOptions.url ?? ''} ${JSON.stringify(request.params ?? {})}`.slice(0, 400);
    const hash = createHash('sha256').update(JSON.stringify(request.body ?? null)).digest('base64url');
    return from(this.once({ owner, key: header, route, hash }, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private once(claim: { owner: string; key: string; route: string; hash: string }, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    return this.transaction.run(async () => {
      const earlier = await this.keys.claim(claim);
      if (earlier) {
        if (earlier.hash !== claim.hash) throw new DomainError('idempotency_key_reused', 409, 'This Idempotency-Key was used with another body. Use a new key for a new request.');
        void reply.header('idempotent-replayed', 'true').status(earlier.status);
        return earlier.response;
      }
      const response: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.keys.keep(claim, reply.statusCode, response);
      return response;
    });
  }
}

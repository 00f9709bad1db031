import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Transaction } from '../database/transaction.js';
import { Encryption } from '../encryption/encryption.js';
import { DomainError } from './domain-error.js';
import { type IdempotencyClaim, IdempotencyKeys } from './idempotency-keys.js';

const KEY_FORM = /^[\x21-\x7e]{1,200}$/;

type AskedRequest = FastifyRequest & { principal?: { kind: string; id: string } };

/** Runs a write once for each key: the answer is kept in the transaction of the write itself. */
@Injectable()
export class WriteOnce {
  constructor(
    private readonly transaction: Transaction,
    private readonly keys: IdempotencyKeys,
    private readonly encryption: Encryption,
  ) {}

  /**
   * The answer of `work`, or of its first run when the request brings a key that was used before; without a key `work` just runs.
   * @param asked what two requests under one key must have in common
   * @throws DomainError `invalid_idempotency_key`, `idempotency_key_reused`
   */
  async run(
    request: AskedRequest,
    reply: FastifyReply,
    asked: unknown,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const claim = this.claimOf(request, asked);
    return claim ? this.transaction.run(() => this.once(claim, reply, work)) : work();
  }

  private async once(claim: IdempotencyClaim, reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
    const earlier = await this.keys.claim(claim);
    if (!earlier) {
      const body = await work();
      const etag = reply.getHeader('etag');
      await this.keys.keep(claim, { status: reply.statusCode, body, etag: typeof etag === 'string' ? etag : null });
      return body;
    }
    if (earlier.hash !== claim.hash)
      throw new DomainError(
        'idempotency_key_reused',
        409,
        'This Idempotency-Key was used with another body. Use a new key for a new request.',
      );
    void reply.header('idempotent-replayed', 'true').status(earlier.status);
    if (earlier.etag !== null) void reply.header('etag', earlier.etag);
    return earlier.body;
  }

  private claimOf(request: AskedRequest, asked: unknown): IdempotencyClaim | undefined {
    const key = request.headers['idempotency-key'];
    if (key === undefined) return undefined;
    if (typeof key !== 'string' || !KEY_FORM.test(key))
      throw new DomainError(
        'invalid_idempotency_key',
        400,
        'Idempotency-Key must be 1 to 200 visible ASCII characters.',
      );
    return {
      key,
      owner: request.principal ? `${request.principal.kind}:${request.principal.id}` : 'anonymous',
      route: `${request.method} ${request.routeOptions.url ?? ''} ${JSON.stringify(request.params ?? {})}`.slice(
        0,
        400,
      ),
      hash: this.encryption.blindIndex('idempotent-request', JSON.stringify(asked ?? null)),
    };
  }
}

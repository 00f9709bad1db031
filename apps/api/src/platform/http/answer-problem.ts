import { HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isTransient } from '../database/transient-failure.js';
import { redactUrl } from '../logging/redact.js';
import { DomainError } from './domain-error.js';
import { codeOf, titleOf, type Problem } from './problem.js';

const RETRY_AFTER_S = 2;
const logger = new Logger('http');

/** Answers a failed request with problem+json, unless something was sent already; only failures of ours are logged. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  const { status, code, detail, extra, errors } = explain(error);
  if (status >= 500 && status !== 503)
    logger.error(
      { requestId: request.id, method: request.method, url: redactUrl(request.url), err: error },
      'request failed',
    );
  const problem: Problem = {
    ...extra,
    type: `urn:hilo:problem:${code}`,
    title: titleOf(status),
    status,
    detail,
    instance: redactUrl(request.url.split('?')[0] ?? '/'),
    code,
    requestId: String(request.id),
    ...(errors.length > 0 && { errors }),
  };
  if (status === 503) void reply.header('retry-after', String(RETRY_AFTER_S));
  if (status === 429 && typeof extra['retryAfterS'] === 'number')
    void reply.header('retry-after', String(extra['retryAfterS']));
  void reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

type Explained = Pick<DomainError, 'status' | 'code' | 'detail' | 'extra' | 'errors'>;

export function explain(error: unknown): Explained {
  if (error instanceof DomainError) return error;
  if (error instanceof HttpException) return plain(error.getStatus(), clientWords(error.message));
  if (isTransient(error))
    return plain(503, 'A part of the system is not reachable. Nothing was changed; try again in a moment.');
  if (isUnstorableText(error)) return plain(400, 'A text holds a character that cannot be stored.');
  const { statusCode, message } = error as { statusCode?: unknown; message?: unknown };
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return plain(statusCode, clientWords(String(message ?? '')));
  return plain(500, 'Nothing you did wrong. The request id helps us find what happened.');
}

/** NUL, or half of a surrogate pair: PostgreSQL keeps neither, so no such value can be looked for or written. */
const UNSTORABLE = new Set(['22021', '22P05']);
const isUnstorableText = (error: unknown): boolean =>
  UNSTORABLE.has(String((error as { code?: unknown } | null)?.code));

const plain = (status: number, detail: string): Explained => ({
  status,
  code: codeOf(status),
  detail,
  extra: {},
  errors: [],
});
const clientWords = (text: string): string =>
  text.length > 0 && text.length < 200 ? text : 'The request could not be understood.';

import type { FastifyInstance } from 'fastify';
import { DomainError } from '../platform/http/domain-error.js';

const JSON_LIMIT = 1024 * 1024;
const TOO_DEEP = 64;

/** JSON up to 1 MiB, and nothing else. */
export function installBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: JSON_LIMIT },
    (_request, body: Buffer, done) => {
      try {
        done(null, parseJson(body));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  fastify.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: JSON_LIMIT }, (_request, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined);
    done(new DomainError('unsupported_media_type', 415, 'Send application/json.'));
  });
}

export function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  if (body.length > JSON_LIMIT) throw new DomainError('too_large', 413, 'A JSON body may hold at most 1 MiB.');
  if (deeperThan(body, TOO_DEEP))
    throw new DomainError('bad_request', 400, `The body is nested deeper than ${TOO_DEEP} levels.`);
  try {
    return JSON.parse(body.toString('utf8'), (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    throw new DomainError('malformed_json', 400, 'The body is not valid JSON.');
  }
}

/** Counts brackets outside strings, so that hostile nesting is refused before it is parsed. */
function deeperThan(body: Buffer, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index];
    if (quoted) {
      if (byte === 0x5c) index += 1;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return false;
}

import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../../../platform/http/domain-error.js';
import { simulatorPath } from '../domain/simulator-path.js';
import { MoveSandboxClock } from '../services/move-sandbox-clock.js';
import { RegisterWithSimulator } from '../services/register-with-simulator.js';
import { SimulatorCalls } from '../services/simulator-calls.js';

const HERE = '/simulator/';
/** Never the cookie, never the key. */
const PASSED_ON = ['content-type', 'content-length', 'accept', 'range', 'last-event-id'];
const PASSED_BACK = ['content-type', 'content-length', 'content-range', 'accept-ranges', 'content-disposition'];

/** Carries the panel's phone to the simulator and back, so that the page keeps its strict policy: one origin. */
@Injectable()
export class SimulatorProxy {
  constructor(
    private readonly simulator: SimulatorCalls,
    private readonly clock: MoveSandboxClock,
    private readonly registration: RegisterWithSimulator,
  ) {}

  async pass(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { pathname, search } = new URL(request.url, 'http://here');
    const path = simulatorPath(pathname.slice(pathname.indexOf(HERE) + HERE.length));
    if (path === undefined) throw notFound('page of the simulator');
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const answer = await this.simulator.call({
      method: request.method,
      path: path + search,
      ...contentOf(request),
      signal: gone.signal,
    });
    if (path === '/control/reset' && answer.statusCode < 300) await this.startOver();
    // A feed must leave at once, so nothing may gather it to compress it.
    request.headers['x-no-compression'] = '1';
    for (const name of PASSED_BACK)
      if (answer.headers[name] !== undefined) void reply.header(name, answer.headers[name]);
    void reply
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .header('content-security-policy', "sandbox; default-src 'none'");
    await reply.status(answer.statusCode).send(answer.body);
  }

  private async startOver(): Promise<void> {
    await this.clock.again();
    await this.registration.register().catch(() => undefined);
  }
}

/** JSON was parsed on the way in and is written again; a form is still unread and streams through. */
function contentOf({ body, headers, raw }: FastifyRequest): {
  headers: Record<string, string>;
  body: string | FastifyRequest['raw'] | null;
} {
  const kept = Object.fromEntries(
    PASSED_ON.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])),
  );
  if (headers['content-type']?.startsWith('multipart/form-data')) return { headers: kept, body: raw };
  delete kept['content-length'];
  if (body !== undefined && body !== null)
    return { headers: { ...kept, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  delete kept['content-type'];
  return { headers: kept, body: null };
}

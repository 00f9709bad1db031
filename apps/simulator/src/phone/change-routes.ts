import type { FastifyInstance } from 'fastify';
import type { World } from '../world.js';
import type { PhoneChange } from './change-feed.js';
import { numberNamed } from './number-routes.js';
import { missing } from './phone-routes.js';

const LONGEST_WAIT_MS = 25_000;
const HEARTBEAT_MS = 15_000;
/** As `number`: the changes of all of them. */
const EVERY = 'all';

type Query = Partial<Record<'since' | 'waitMs' | 'number', string>>;

/** What changed on the phones, in the chats of one number: as a stream of server-sent events, or by asking and waiting. */
export function registerChanges(app: FastifyInstance, world: World): void {
  const { changes } = world;
  const streams = new Set<() => void>();

  const played = (named: string | undefined): boolean => named === EVERY || numberNamed(world, named) !== undefined;
  /** Without a name it is always the usual number of the moment. */
  const wanted = (named: string | undefined): ((change: PhoneChange) => boolean) => {
    if (named === EVERY) return () => true;
    return ({ number }) => number === null || number === numberNamed(world, named)?.id;
  };

  app.get<{ Querystring: Query }>('/phone/changes', async (request, reply) => {
    if (!played(request.query.number)) return missing(reply, 'number');
    const since = Number(request.query.since ?? changes.lastSeq());
    const wait = Math.min(Number(request.query.waitMs ?? 0) || 0, LONGEST_WAIT_MS);
    if (wait > 0 && changes.since(since)?.length === 0) await changes.next(wait);
    const found = changes.since(since);
    return reply.send({
      seq: changes.lastSeq(),
      changes: (found ?? []).filter(wanted(request.query.number)),
      missed: found === undefined,
    });
  });

  app.get<{ Querystring: Query }>('/phone/events', (request, reply) => {
    if (!played(request.query.number)) return missing(reply, 'number');
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    const tell = (text: string): void => void reply.raw.write(text);
    tell(`event: hello\ndata: {"seq":${changes.lastSeq()}}\n\n`);
    const hears = wanted(request.query.number);
    const hear = (change: PhoneChange): void => (hears(change) ? tell(frameOf(change)) : undefined);
    const missed = changes.since(Number(request.headers['last-event-id'] ?? changes.lastSeq())) ?? [];
    for (const change of missed) hear(change);
    const stop = changes.watch(hear);
    const heartbeat = setInterval(() => tell(':\n\n'), HEARTBEAT_MS);
    const end = (): void => {
      clearInterval(heartbeat);
      stop();
      streams.delete(end);
      reply.raw.end();
    };
    streams.add(end);
    request.raw.once('close', end);
  });

  // Streams never end by themselves: the server could not close.
  app.addHook('preClose', (done) => {
    for (const end of [...streams]) end();
    done();
  });
}

const frameOf = (change: { seq: number }): string =>
  `id: ${change.seq}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`;

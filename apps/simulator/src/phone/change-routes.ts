import type { FastifyInstance } from 'fastify';
import type { World } from '../world.js';

const LONGEST_WAIT_MS = 25_000;
const HEARTBEAT_MS = 15_000;

/** What changed on the phones: as a stream of server-sent events, or by asking and waiting. */
export function registerChanges(app: FastifyInstance, world: World): void {
  const { changes } = world;
  const streams = new Set<() => void>();

  app.get<{ Querystring: { since?: string; waitMs?: string } }>('/phone/changes', async (request) => {
    const since = Number(request.query.since ?? changes.lastSeq());
    const wait = Math.min(Number(request.query.waitMs ?? 0) || 0, LONGEST_WAIT_MS);
    if (wait > 0 && changes.since(since)?.length === 0) await changes.next(wait);
    const found = changes.since(since);
    return { seq: changes.lastSeq(), changes: found ?? [], missed: found === undefined };
  });

  app.get('/phone/events', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    const tell = (text: string): void => void reply.raw.write(text);
    tell(`event: hello\ndata: {"seq":${changes.lastSeq()}}\n\n`);
    const missed = changes.since(Number(request.headers['last-event-id'] ?? changes.lastSeq())) ?? [];
    for (const change of missed) tell(frameOf(change));
    const stop = changes.watch((change) => tell(frameOf(change)));
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

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { startWholeServer, type WholeServer } from '../../testing/whole-server.js';
import { ApiKeys, CreateUser, type Permission } from '../../modules/auth/index.js';
import { RealtimePublisher } from './realtime-publisher.js';
import { SocketFanout } from './socket-fanout.js';
import { SocketReview } from './socket-review.js';

let server: WholeServer;
beforeAll(async () => {
  server = await startWholeServer();
});
afterAll(() => server.close());

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});

interface Heard {
  socket: Socket;
  frames: { type: string; data: unknown; seq: string }[][];
  volatile: { type: string; data: unknown }[][];
}
type Options = NonNullable<Parameters<typeof io>[1]>;
function socketOf(options: Options): Socket {
  const socket = io(`${server.origin}/realtime`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...options,
  });
  sockets.push(socket);
  return socket;
}
/** Resolves once the socket is in, fails with the server's words when it is not let in. */
async function connected(options: Options): Promise<Heard> {
  const socket = socketOf(options);
  const heard: Heard = { socket, frames: [], volatile: [] };
  socket.on('events', (events) => heard.frames.push(events as Heard['frames'][number]));
  socket.on('volatile', (events) => heard.volatile.push(events as Heard['volatile'][number]));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return heard;
}
const keyOf = async (scopes: readonly Permission[]): Promise<string> =>
  (await server.get(ApiKeys).create('system', { name: 'test', scopes })).key;
const withKey = async (...scopes: Permission[]): Promise<Heard> => connected({ auth: { token: await keyOf(scopes) } });
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
let seq = 0;
const event = (rooms: string[], data: unknown = {}, type = 'test.happened') => ({
  seq: String((seq += 1)),
  type,
  at: '2026-11-20T10:00:00.000Z',
  data,
  rooms,
});
const publish = (...events: ReturnType<typeof event>[]): Promise<void> => server.get(RealtimePublisher).publish(events);

describe('coming in', () => {
  it.each([
    ['without a key', {}],
    ['with a key of nobody', { auth: { token: 'hilo_nobody' } }],
    ['with a token that is no text', { auth: { token: { $ne: null } } }],
    ['with a cookie of nobody', { extraHeaders: { cookie: 'hilo_session=nobody' } }],
  ])('is refused %s', async (_name, options) => {
    await expect(connected(options)).rejects.toThrow('unauthorized');
  });

  it('is allowed with a key, in the handshake or in the header', async () => {
    const key = await keyOf(['conversations:read']);
    expect((await connected({ auth: { token: key } })).socket.connected).toBe(true);
    expect((await connected({ extraHeaders: { authorization: `Bearer ${key}` } })).socket.connected).toBe(true);
  });

  it.each(['https://evil.example', 'null', 'not an origin'])(
    'is refused from a page of %s, key or not',
    async (origin) => {
      await expect(
        connected({ auth: { token: await keyOf(['conversations:read']) }, extraHeaders: { origin } }),
      ).rejects.toThrow();
    },
  );

  it('is allowed from our own pages', async () => {
    const heard = await connected({
      auth: { token: await keyOf(['conversations:read']) },
      extraHeaders: { origin: server.origin },
    });
    expect(heard.socket.connected).toBe(true);
  });

  it('happens over websocket only', async () => {
    const answer = await fetch(`${server.origin}/socket.io/?EIO=4&transport=polling`);
    expect(answer.status).toBe(400);
  });

  it('has no other door than this one', async () => {
    const socket = io(`${server.origin}/admin`, { transports: ['websocket'], forceNew: true, reconnection: false });
    sockets.push(socket);
    const words = await new Promise<string>((resolve) =>
      socket.once('connect_error', (error) => resolve(error.message)),
    );
    expect(words).toBe('Invalid namespace');
  });
});

describe('what a socket hears', () => {
  it('is what its rooms may see, in one frame, each once', async () => {
    const everything = await withKey('conversations:read', 'conversations:read-all', 'leads:read', 'leads:read-all');
    const little = await withKey('conversations:read');
    await publish(
      event(['inbox:all', 'leads:all'], { n: 1 }),
      event(['inbox:all'], { n: 2 }),
      event(['team:nobody'], { n: 3 }),
    );
    await until(() => everything.frames.length === 1);
    expect(everything.frames[0]?.map(({ data }) => data)).toEqual([{ n: 1 }, { n: 2 }]);
    expect(everything.frames[0]?.[0]).not.toHaveProperty('rooms');
    await publish(event(['inbox:all'], { n: 4 }));
    await until(() => everything.frames.flat().length === 3);
    expect(little.frames).toEqual([]);
  });

  it('comes in the order in which it was told', async () => {
    const heard = await withKey('conversations:read', 'conversations:read-all');
    for (let n = 0; n < 50; n += 1) await publish(event(['inbox:all'], { n }));
    await until(() => heard.frames.flat().length === 50);
    expect(heard.frames.flat().map(({ data }) => (data as { n: number }).n)).toEqual(
      Array.from({ length: 50 }, (_, n) => n),
    );
    expect(heard.frames.length).toBeLessThanOrEqual(50);
  });

  it('includes typing, which is numbered by nothing', async () => {
    const heard = await withKey('conversations:read', 'conversations:read-all');
    server.get(RealtimePublisher).emitVolatile(['inbox:all'], 'typing', { conversationId: 'c1' });
    await until(() => heard.volatile.length === 1);
    expect(heard.volatile[0]).toEqual([{ type: 'typing', data: { conversationId: 'c1' }, at: expect.any(String) }]);
  });

  it('is nothing that another client sends', async () => {
    const [one, other] = [
      await withKey('conversations:read', 'conversations:read-all'),
      await withKey('conversations:read', 'conversations:read-all'),
    ];
    one.socket.emit('events', [event(['inbox:all'], { forged: true })]);
    one.socket.emit('join', 'team:1');
    await publish(event(['inbox:all'], { real: true }));
    await until(() => other.frames.length === 1);
    expect(JSON.stringify(other.frames)).not.toContain('forged');
  });

  it('ends when it says more than anybody needs to', async () => {
    const heard = await withKey('conversations:read');
    const gone = new Promise((resolve) => heard.socket.once('disconnect', resolve));
    heard.socket.emit('anything', 'x'.repeat(20_000));
    expect(await gone).toBeDefined();
  });
});

describe('being cut off', () => {
  it('reaches the sockets of the key that was withdrawn, and no others', async () => {
    const { key, row } = await server.get(ApiKeys).create('system', { name: 'short', scopes: ['conversations:read'] });
    const [mine, other] = [await connected({ auth: { token: key } }), await withKey('conversations:read')];
    const gone = new Promise((resolve) => mine.socket.once('disconnect', resolve));
    await server.get(ApiKeys).revoke('system', row.id);
    expect(await gone).toBe('io server disconnect');
    expect(other.socket.connected).toBe(true);
  });

  it('leaves nothing behind: the server counts who is there', async () => {
    const fanout = server.get(SocketFanout);
    await until(() => fanout.size === 0);
    const heard = await withKey('conversations:read');
    expect(fanout.size).toBe(1);
    heard.socket.disconnect();
    await until(() => fanout.size === 0);
  });
});

const PAULA = { email: 'paula@tienda.test', password: 'una-clave-larga-9' };
async function signedIn(): Promise<Heard> {
  const { headers } = await fetch(`${server.origin}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin },
    body: JSON.stringify(PAULA),
  });
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return connected({ extraHeaders: { cookie, origin: server.origin } });
}

describe('a person', () => {
  it('hears what is theirs and their team’s by the session of the panel', async () => {
    const id = await server.get(CreateUser).add('system', { ...PAULA, name: 'Paula', roles: ['advisor'] });
    const heard = await signedIn();
    await publish(
      event([`user:${id}`], { mine: true }),
      event(['user:somebody-else'], { mine: false }),
      event(['everyone'], { all: true }),
      event(['inbox:unassigned'], { free: true }),
    );
    await until(() => heard.frames.length > 0);
    expect(heard.frames.flat().map(({ data }) => data)).toEqual([{ mine: true }, { all: true }, { free: true }]);
  });

  it('whose session runs out, or whose key does, is cut at the next review; the rest stay', async () => {
    const review = () => server.get(SocketReview).review();
    const { key, row } = await server.get(ApiKeys).create('system', { name: 'ends', scopes: ['conversations:read'] });
    const [person, system, other] = [
      await signedIn(),
      await connected({ auth: { token: key } }),
      await withKey('leads:read'),
    ];
    // A room joined on the way, as who looks at a conversation does.
    const [first] = server.get(SocketFanout).sockets();
    await first?.join('conversation:c1');
    await server.sql.rows(`update session set last_used_at = last_used_at - interval '6 days'`);
    await review();
    expect([person, system, other].map(({ socket }) => socket.connected)).toEqual([true, true, true]);
    const gone = Promise.all(
      [person, system].map(({ socket }) => new Promise((resolve) => socket.once('disconnect', resolve))),
    );
    // Had the review counted as use, two days more would not end it.
    await server.sql.rows(`update session set last_used_at = last_used_at - interval '2 days'`);
    await server.sql.rows(`update api_key set expires_at = now() - interval '1 second' where id = $1`, [row.id]);
    await review();
    expect(await gone).toEqual(['io server disconnect', 'io server disconnect']);
    expect(other.socket.connected).toBe(true);
  });

  it('who may do something else since the door has to come in again', async () => {
    const { key, row } = await server.get(ApiKeys).create('system', { name: 'grows', scopes: ['conversations:read'] });
    const grown = await connected({ auth: { token: key } });
    const gone = new Promise((resolve) => grown.socket.once('disconnect', resolve));
    await server.sql.rows(`update api_key set scopes = '{conversations:read,messages:send}' where id = $1`, [row.id]);
    await server.get(SocketReview).review();
    expect(await gone).toBe('io server disconnect');
  });
});

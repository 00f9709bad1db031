import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { ApiKeys } from '../../modules/auth/index.js';
import { createTestDatabase, redisDatabase, type TestDatabase } from '../../testing/test-database.js';
import { startWholeServer, type WholeServer } from '../../testing/whole-server.js';
import { SystemClock } from '../clock/system-clock.js';
import { RealtimePublisher } from './realtime-publisher.js';
import { SocketFanout } from './socket-fanout.js';

let server: WholeServer;
let socket: Socket;
const heard: unknown[] = [];
const events: unknown[] = [];
const databases: TestDatabase[] = [];
const publishers: RealtimePublisher[] = [];
beforeAll(async () => {
  server = await startWholeServer({ REDIS_URL: redisDatabase(14) });
  const { key } = await server
    .get(ApiKeys)
    .create('system', { name: 'test', scopes: ['conversations:read', 'conversations:read-all'] });
  socket = io(`${server.origin}/realtime`, { transports: ['websocket'], reconnection: false, auth: { token: key } });
  socket.on('volatile', (signs: { data: unknown }[]) => heard.push(...signs.map(({ data }) => data)));
  socket.on('events', (came: { data: unknown }[]) => events.push(...came.map(({ data }) => data)));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
});
afterAll(async () => {
  socket.disconnect();
  await Promise.all(publishers.map((one) => one.onApplicationShutdown()));
  await Promise.all(databases.map((one) => one.close()));
  await server.close();
});

/** A process that holds no sockets, of the installation whose Redis database this is. */
async function processOn(number: number): Promise<RealtimePublisher> {
  const database = await createTestDatabase({ ROLE: 'worker', REDIS_URL: redisDatabase(number) });
  databases.push(database);
  const publisher = new RealtimePublisher(database.config, new SocketFanout(), new SystemClock());
  publishers.push(publisher);
  return publisher;
}

describe('what a process without sockets tells', () => {
  it('reaches the sockets of its own installation, and of none that shares the Redis server', async () => {
    const own = await processOn(14);
    const neighbour = await processOn(15);
    while (!(await own.hasAudience())) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await neighbour.hasAudience()).toBe(false);
    neighbour.emitVolatile(['inbox:all'], 'typing', { of: 'the neighbour' });
    // Answered on the same line after the sign: by now it has been handed out.
    await neighbour.hasAudience();
    own.emitVolatile(['inbox:all'], 'typing', { of: 'their own' });
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual([{ of: 'their own' }]);
  });
});

describe('what goes out in one frame', () => {
  it('holds the signs, too, and not the events alone', async () => {
    const fanout = server.get(SocketFanout);
    const at = '2026-11-20T10:00:00.000Z';
    const tell = (n: number) =>
      fanout.deliver([{ seq: String(n), type: 'test.happened', at, data: n, rooms: ['inbox:all'] }]);
    // The first goes at once; what comes right behind it waits for one frame.
    tell(1);
    tell(2);
    fanout.deliverVolatile({ type: 'typing', at, data: { of: 'the same frame' }, rooms: ['inbox:all'] });
    while (!events.includes(2)) await new Promise((resolve) => setTimeout(resolve, 5));
    tell(3);
    while (!events.includes(3)) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toContainEqual({ of: 'the same frame' });
  });
});

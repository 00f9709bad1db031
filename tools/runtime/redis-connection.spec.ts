import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { askRedis, checkGivenRedis, redisPid } from './redis-connection.mjs';

let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

const INFO = 'redis_version:7.2.4\r\nprocess_id:4242\r\n';
const bulk = (text: string): string => `$${text.length}\r\n${text}\r\n`;

/** A server of this machine that answers each connection with what the script says; what it heard is kept. */
async function redis(answer: (heard: string, socket: Socket) => void): Promise<{ url: string; heard: () => string }> {
  let heard = '';
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      answer(heard, socket);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`, heard: () => heard };
}

describe('asking', () => {
  it('sends every command and gives every answer in order', async () => {
    const { url, heard } = await redis((_heard, socket) =>
      socket.write(`+PONG\r\n:7\r\n$-1\r\n*2\r\n${bulk('a')}:1\r\n-ERR no\r\n`),
    );
    const replies = await askRedis(url, [['PING'], ['INCR', 'ñ'], ['GET', 'x'], ['LRANGE'], ['NO']]);
    expect(replies.slice(0, 4)).toEqual(['PONG', 7, null, ['a', 1]]);
    expect(replies[4]).toBeInstanceOf(Error);
    expect(heard()).toContain('*1\r\n$4\r\nPING\r\n*2\r\n$4\r\nINCR\r\n$2\r\n');
  });

  it('understands an answer that comes letter by letter', async () => {
    const text = `+PONG\r\n${bulk(INFO)}`;
    const { url } = await redis((_heard, socket) => {
      socket.setNoDelay(true);
      [...text].forEach((letter, index) => setTimeout(() => socket.write(letter), index));
    });
    expect(await askRedis(url, [['PING'], ['INFO']])).toEqual(['PONG', INFO]);
  });

  it('signs in first, with what the address says, decoded', async () => {
    const { url, heard } = await redis((_heard, socket) => socket.write('+OK\r\n+PONG\r\n'));
    const replies = await askRedis(url.replace('redis://', 'redis://me:p%40ss@'), [['PING']]);
    expect(replies).toEqual(['PONG']);
    expect(heard()).toMatch(/^\*3\r\n\$4\r\nAUTH\r\n\$2\r\nme\r\n\$4\r\np@ss\r\n/);
  });

  it('fails when it may not come in', async () => {
    const { url } = await redis((_heard, socket) => socket.write('-WRONGPASS no\r\n-NOAUTH x\r\n'));
    await expect(askRedis(url.replace('redis://', 'redis://:secret@'), [['PING']])).rejects.toThrow('WRONGPASS');
  });

  it.each([
    [
      'is no Redis',
      (_heard: string, socket: Socket) => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'),
      'not a Redis server',
    ],
    ['hangs up', (_heard: string, socket: Socket) => void socket.end(), 'closed'],
    ['hangs up half way', (_heard: string, socket: Socket) => void socket.end('$100\r\nabc'), 'closed'],
  ])('fails when the other side %s', async (_name, answer, words) => {
    const { url } = await redis(answer);
    await expect(askRedis(url, [['PING']])).rejects.toThrow(words);
  });

  it('fails when nobody says a word, and when nobody listens', async () => {
    const { url } = await redis(() => undefined);
    await expect(askRedis(url, [['PING']], 100)).rejects.toThrow('in time');
    await expect(askRedis('redis://127.0.0.1:1', [['PING']])).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('the process behind an address', () => {
  it('is known by its own word', async () => {
    const { url } = await redis((_heard, socket) => socket.write(`+PONG\r\n${bulk(INFO)}`));
    expect(await redisPid(url)).toBe(4242);
  });

  it.each(['-LOADING Redis is loading\r\n-LOADING x\r\n', `+PONG\r\n-NOPERM x\r\n`])(
    'is not known while it says %j',
    async (text) => {
      const { url } = await redis((_heard, socket) => socket.write(text));
      expect(await redisPid(url)).toBeUndefined();
    },
  );

  it('is not known where nobody is', async () => {
    expect(await redisPid('redis://127.0.0.1:1')).toBeUndefined();
  });
});

describe('a given address', () => {
  it('is told with its version', async () => {
    const { url } = await redis((_heard, socket) => socket.write(bulk(INFO)));
    expect(await checkGivenRedis(url)).toBe('Redis 7.2.4');
  });

  it('that leads nowhere says what to do', async () => {
    await expect(checkGivenRedis('redis://127.0.0.1:1')).rejects.toMatchObject({
      name: 'Failure',
      message: expect.stringMatching(/REDIS_URL.*ECONNREFUSED.*unset it/s),
    });
  });

  it('whose server refuses says why', async () => {
    const { url } = await redis((_heard, socket) => socket.write('-NOAUTH Authentication required\r\n'));
    await expect(checkGivenRedis(url)).rejects.toThrow('Authentication required');
  });
});

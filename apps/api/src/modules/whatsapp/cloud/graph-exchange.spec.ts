import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Agent } from 'undici';
import { exchange, type GraphRequest } from './graph-exchange.js';

/** A server that takes every byte and never says a word. */
let silent: Server;
let sockets: Socket[];
let received: string;
let agent: Agent;
let request: GraphRequest;

beforeEach(async () => {
  sockets = [];
  received = '';
  silent = createServer((socket) => {
    sockets.push(socket);
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  agent = new Agent({ connections: 1, connect: { timeout: 1000 }, headersTimeout: 5000 });
  request = { origin: `http://127.0.0.1:${port}`, path: '/first', method: 'POST', headers: {}, body: 'x' };
});

afterEach(async () => {
  await agent.destroy();
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => silent.close(() => resolve()));
});

describe('an exchange', () => {
  it('that was read and never answered is lost', async () => {
    expect(await exchange(agent, request, 200)).toEqual({ kind: 'lost', reason: 'deadline' });
    expect(received).toContain('POST /first');
  });

  it('still waiting for a line when its time runs out was not sent, and never will be', async () => {
    const first = exchange(agent, request, 400);
    expect(await exchange(agent, { ...request, path: '/second' }, 100)).toEqual({ kind: 'not_sent', code: 'deadline' });
    expect(await first).toEqual({ kind: 'lost', reason: 'deadline' });
    const third = exchange(agent, { ...request, path: '/third' }, 200);
    expect(await third).toEqual({ kind: 'lost', reason: 'deadline' });
    expect(received).toContain('POST /third');
    expect(received).not.toContain('/second');
  });

  it('with nobody listening was not sent', async () => {
    expect(await exchange(agent, { ...request, origin: 'http://127.0.0.1:1' }, 1000)).toEqual({
      kind: 'not_sent',
      code: 'ECONNREFUSED',
    });
  });

  it('that cannot even be written down was not sent', async () => {
    expect(await exchange(agent, { ...request, headers: { 'bad name': 'x\r\ny' } }, 1000)).toMatchObject({
      kind: 'not_sent',
      code: 'UND_ERR_INVALID_ARG',
    });
    expect(received).toBe('');
  });

  it('keeps what came back, readable or not', async () => {
    silent.on('connection', (socket) => socket.end('HTTP/1.1 418 x\r\nretry-after: 9\r\ncontent-length: 3\r\n\r\n{x}'));
    expect(await exchange(agent, request, 1000)).toMatchObject({
      kind: 'answered',
      status: 418,
      body: undefined,
      headers: { 'retry-after': '9' },
    });
  });
});

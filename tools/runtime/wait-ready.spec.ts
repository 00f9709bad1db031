import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { anyFreePort } from './free-port.mjs';
import { waitListening, waitReady } from './wait-ready.mjs';

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

async function answering(...answers: [number, string][]): Promise<{ url: string; port: number; asked: () => number }> {
  let asked = 0;
  server = createServer((_request, response) => {
    const [status, body] = answers[Math.min(asked, answers.length - 1)] ?? [500, ''];
    asked += 1;
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/health/ready`, port, asked: () => asked };
}
const alive = { name: 'API', ended: new Promise<string>(() => undefined), lastLines: () => 'its last words' };
const dead = { ...alive, ended: Promise.resolve('ended with code 1') };

describe('waiting for a service', () => {
  it('goes on once it is ready, not before', async () => {
    const { url, asked } = await answering([503, '{"ready":false}'], [503, '{"ready":false}'], [200, '{"ready":true}']);
    await waitReady(url, alive);
    expect(asked()).toBe(3);
  });

  it('gives up at once when it has ended, with its last words', async () => {
    await expect(waitReady('http://127.0.0.1:1/', dead)).rejects.toMatchObject({
      name: 'Failure',
      message: 'The API ended with code 1 while starting. Its last lines:',
      detail: 'its last words',
    });
  });

  it('gives up after its time, with what the service said last', async () => {
    const { url } = await answering([503, 'redis is down']);
    await expect(waitReady(url, alive, 120)).rejects.toMatchObject({
      message: expect.stringContaining('redis is down'),
      detail: 'its last words',
    });
  });

  it('gives up after its time when nobody listens, and says so', async () => {
    const port = await anyFreePort();
    await expect(waitReady(`http://127.0.0.1:${port}/`, alive, 120)).rejects.toThrow('ECONNREFUSED');
  });
});

describe('waiting for a port', () => {
  it('goes on once somebody listens', async () => {
    const { port } = await answering([200, '']);
    await waitListening(port, alive);
  });

  it('gives up when the service has ended or its time is over', async () => {
    await expect(waitListening(1, dead)).rejects.toThrow('ended with code 1');
    await expect(waitListening(1, alive, 120)).rejects.toThrow('does not listen on port 1');
  });
});

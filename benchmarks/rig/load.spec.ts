import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { LATE, Line, LOST } from './line.mjs';
import { closedLoop, openLoop } from './load.mjs';
import { signedRequest } from './webhook-bodies.mjs';

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

interface Heard {
  port: number;
  bodies: string[];
  connections: () => number;
}
async function door(
  answer: (body: string, response: ServerResponse, request: IncomingMessage) => void,
): Promise<Heard> {
  const bodies: string[] = [];
  let connections = 0;
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      bodies.push(body);
      answer(body, response, request);
    });
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, bodies, connections: () => connections };
}
const request = (body: string): Buffer => signedRequest({ path: '/x', secret: 's', body });
const requests = (count: number): Buffer[] => Array.from({ length: count }, (_, index) => request(String(index)));

describe('a line', () => {
  it('asks again and again over one connection', async () => {
    const { port, bodies, connections } = await door((body, response) =>
      response.writeHead(body === '2' ? 401 : 200, { 'content-length': '2' }).end('ok'),
    );
    const line = new Line(port);
    const statuses: number[] = [];
    for (const body of ['1', '2', '3']) statuses.push(await line.send(request(body)));
    line.close();
    expect([statuses, bodies, connections()]).toEqual([[200, 401, 200], ['1', '2', '3'], 1]);
  });

  it('opens anew when the other side closes', async () => {
    const { port, connections } = await door((_body, response) =>
      response.writeHead(200, { connection: 'close', 'content-length': '0' }).end(),
    );
    const line = new Line(port);
    expect([await line.send(request('1')), await line.send(request('2'))]).toEqual([200, 200]);
    line.close();
    expect(connections()).toBe(2);
  });

  it('knows a request that was lost, and goes on', async () => {
    const { port } = await door((body, response) =>
      body === 'lost' ? response.destroy() : response.writeHead(200, { 'content-length': '0' }).end(),
    );
    const line = new Line(port);
    expect([await line.send(request('lost')), await line.send(request('found'))]).toEqual([LOST, 200]);
    line.close();
  });

  it('knows one whose answer does not come, and one whom nobody hears', async () => {
    const { port } = await door(() => undefined);
    const patient = new Line(port, 80);
    expect(await patient.send(request('x'))).toBe(LATE);
    patient.close();
    const nobody = new Line(1);
    expect(await nobody.send(request('x'))).toBe(LOST);
  });
});

describe('a closed loop', () => {
  it('sends every request once and counts the answers', async () => {
    const { port, bodies } = await door((body, response) =>
      response.writeHead(Number(body) % 3 === 0 ? 503 : 200, { 'content-length': '0' }).end(),
    );
    const result = await closedLoop({ port, requests: requests(30), connections: 4 });
    expect(bodies.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index));
    expect(result).toMatchObject({ answered: 30, codes: { 200: 20, 503: 10 } });
    expect([...result.acknowledged].sort((a: number, b: number) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, index) => index).filter((index) => index % 3 !== 0),
    );
    expect(result.p50 <= result.p99 && result.p99 <= result.max).toBe(true);
  });

  it.each([
    ['one after the other', false],
    ['together', true],
  ])('repeats each request, %s, and acknowledges it once', async (_name, together) => {
    const { port, bodies } = await door((_body, response) => response.writeHead(200, { 'content-length': '0' }).end());
    const result = await closedLoop({ port, requests: requests(6), connections: 2, copies: 5, together });
    expect([bodies.length, result.answered, result.acknowledged.length]).toEqual([30, 30, 6]);
  });
});

describe('an open loop', () => {
  it('sends everything, also when the lines are fewer than the requests in the air', async () => {
    const { port, bodies } = await door(
      (_body, response) => void setTimeout(() => response.writeHead(200, { 'content-length': '0' }).end(), 5),
    );
    const result = await openLoop({ port, requests: requests(60), rate: 2000, connections: 3 });
    expect([bodies.length, result.codes, result.acknowledged.length]).toEqual([60, { 200: 60 }, 60]);
  });
});

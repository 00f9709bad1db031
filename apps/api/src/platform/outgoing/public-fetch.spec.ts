import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { FetchRefused, PublicFetch } from './public-fetch.js';

const LIMITS = { maxBytes: 1000, timeoutMs: 5000, accept: 'image/png' };
const asked: string[] = [];
const dripping = new Set<NodeJS.Timeout>();
let server: Server;
let port: number;

function answer(path: string, response: ServerResponse): void {
  const here = `http://127.0.0.1:${port}`;
  const redirects: Readonly<Record<string, string>> = {
    '/moved': '/photo',
    '/loop': '/loop',
    '/inside': `http://127.0.0.2:${port}/photo`,
    '/metadata': 'http://169.254.169.254/latest',
    '/file': 'file:///etc/passwd',
    '/whole': `${here}/photo`,
  };
  const to = redirects[path];
  if (to) response.writeHead(302, { location: to }).end();
  else if (path === '/missing') response.writeHead(404).end('x'.repeat(50_000));
  else if (path === '/large') response.writeHead(200, { 'content-length': '1001' }).end('x'.repeat(1001));
  else if (path === '/endless') dripping.add(setInterval(() => response.write('x'), 5));
  else response.writeHead(200).end('photo');
}

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request.url ?? '', response);
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  for (const one of dripping) clearInterval(one);
  server.closeAllConnections();
  server.close();
});

const open: PublicFetch[] = [];
function fetcher(outgoingPrivateNetworks = '127.0.0.1/32'): PublicFetch {
  const one = new PublicFetch({ outgoingPrivateNetworks } as ConstructorParameters<typeof PublicFetch>[0]);
  open.push(one);
  return one;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.onApplicationShutdown()));
  asked.length = 0;
});
const reasonOf = (address: string, from = fetcher()): Promise<unknown> =>
  from.open(address, LIMITS).then(
    () => 'opened',
    (error: unknown) =>
      error instanceof FetchRefused
        ? error.reason
        : error instanceof Error && error.cause instanceof FetchRefused
          ? error.cause.reason
          : error,
  );

describe('what a user`s address leads to', () => {
  it('is fetched from where it is allowed, also after a redirect', async () => {
    for (const path of ['/photo', '/moved', '/whole'])
      expect(String(await buffer(await fetcher().open(`http://127.0.0.1:${port}${path}`, LIMITS)))).toBe('photo');
  });

  it.each([
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '2130706433',
    '0x7f000001',
    '017700000001',
    '127.1',
    '0.0.0.0',
    '0',
  ])('is not called on %s, and nobody is asked', async (host) => {
    expect(await reasonOf(`http://${host}:${port}/photo`, fetcher(''))).toBe('address');
    expect(asked).toEqual([]);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://127.0.0.1/x',
    'gopher://127.0.0.1/',
    'data:image/png;base64,AA',
    '//127.0.0.1/photo',
    'photo',
    '',
    'http://user:password@127.0.0.1/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://[fd00::1]/',
    'http://8.8.8.8:22/',
    'https://1.1.1.1:6379/',
    'http://[2606:4700::1111]:8080/',
  ])('is not called at %p', async (address) => {
    expect(await reasonOf(address)).toBe('address');
  });

  it.each(['/inside', '/metadata', '/file'])('is not followed inside by the redirect %s', async (path) => {
    expect(await reasonOf(`http://127.0.0.1:${port}${path}`)).toBe('address');
    expect(asked).toEqual([path]);
  });

  it('is followed only so far', async () => {
    expect(await reasonOf(`http://127.0.0.1:${port}/loop`)).toBe('redirects');
    expect(asked).toHaveLength(4);
  });

  it.each([
    ['/missing', 'status'],
    ['/large', 'too_large'],
  ])('is refused at %s as %s', async (path, reason) => {
    expect(await reasonOf(`http://127.0.0.1:${port}${path}`)).toBe(reason);
  });

  it('ends with its time, however long it goes on', async () => {
    const body = await fetcher().open(`http://127.0.0.1:${port}/endless`, { ...LIMITS, timeoutMs: 200 });
    await expect(buffer(body)).rejects.toThrow();
  });
});

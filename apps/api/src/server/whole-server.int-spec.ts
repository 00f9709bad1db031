import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import type { Problem } from '../platform/http/problem.js';
import { newId } from '../platform/ids/uuid.js';
import { startWholeServer, type WholeServer } from '../testing/whole-server.js';
import { ApiKeys } from '../modules/auth/index.js';
import { apiDocument } from './api-document.js';

let server: WholeServer;
let authorization: string;
beforeAll(async () => {
  server = await startWholeServer({ PUBLIC_URL: 'https://crm.tienda.test', METRICS_TOKEN: 'metrics-token' });
  authorization = `Bearer ${(await server.get(ApiKeys).create('system', { name: 'test', scopes: 'all' })).key}`;
});
afterAll(() => server.close());

const ask = (path: string, init: RequestInit = {}) => fetch(`${server.origin}${path}`, init);
const send = (path: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
  ask(path, { method: 'POST', body, headers: { authorization, 'content-type': type, connection: 'close' } });
const problemOf = async (answer: Response): Promise<Problem> => (await answer.json()) as Problem;

describe('the headers of every answer', () => {
  it.each(['/health/live', '/api/v1/leads', '/api/v1/nowhere', '/l/abc1234', '/webhooks/whatsapp'])(
    'of %s keep pages in their place',
    async (path) => {
      const { headers } = await ask(path, { redirect: 'manual' });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toMatch(/same-origin|no-referrer/);
      expect(headers.get('strict-transport-security')).toBe('max-age=15552000');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    },
  );

  it('let nothing in that is not from here, and nothing inline', async () => {
    const policy = (await ask('/health/live')).headers.get('content-security-policy') ?? '';
    const rules = new Map(
      policy.split(';').map((rule) => [rule.trim().split(' ')[0], rule.trim().split(' ').slice(1)]),
    );
    expect(rules.get('default-src')).toEqual([`'self'`]);
    expect(rules.get('script-src')).toEqual([`'self'`]);
    expect(rules.get('style-src')).toEqual([`'self'`]);
    expect(rules.get('frame-ancestors')).toEqual([`'none'`]);
    expect(rules.get('object-src')).toEqual([`'none'`]);
    expect(rules.get('base-uri')).toEqual([`'none'`]);
    expect(rules.get('connect-src')).toEqual([`'self'`, 'wss://crm.tienda.test']);
    expect(policy).not.toMatch(/unsafe|\*/);
  });
});

describe('bodies', () => {
  it.each([
    ['half a JSON', '{"a":', 400, 'malformed_json'],
    ['no JSON', 'hello', 400, 'malformed_json'],
    ['more than a MiB', JSON.stringify({ name: 'x'.repeat(1024 * 1024) }), 413, 'too_large'],
    ['more than anything takes', 'x'.repeat(5 * 1024 * 1024), 413, 'too_large'],
    ['nested too deep', `${'['.repeat(65)}${']'.repeat(65)}`, 400, 'bad_request'],
    ['nested absurdly', '{"a":'.repeat(50_000), 400, 'bad_request'],
  ])('of %s are refused', async (_name, body, status, code) => {
    const answer = await send('/api/v1/links', body);
    expect([answer.status, (await problemOf(answer)).code]).toEqual([status, code]);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/octet-stream'])(
    'of the kind %s are refused',
    async (type) => {
      const answer = await send('/api/v1/links', 'x', type);
      expect([answer.status, (await problemOf(answer)).code]).toEqual([415, 'unsupported_media_type']);
    },
  );

  it('reach no prototype', async () => {
    const answer = await send(
      '/api/v1/links',
      '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
    );
    expect(answer.status).toBe(400);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});

describe('addresses', () => {
  it.each([
    '/api/v1/nowhere',
    '/api/v2/leads',
    '/api/v1/leads/../../etc/passwd',
    '/webhooks/nobody',
    '/media/x/y',
    '/.env',
    '/api/v1/%00',
    '/nowhere',
  ])('of nothing, like %s, are a problem like any other', async (path) => {
    const answer = await ask(path, { headers: { authorization } });
    expect([400, 404]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await problemOf(answer)).toMatchObject({ status: answer.status, code: expect.any(String) });
  });

  it('that cannot be decoded are refused, not a crash', async () => {
    for (const path of ['/api/v1/leads/%', '/l/%E0%A4%A', `/l/${'a'.repeat(3000)}`])
      expect((await ask(path)).status).toBeLessThan(500);
  });

  it('know their methods', async () => {
    const answer = await ask('/health/live', { method: 'POST' });
    expect(answer.status).toBe(404);
  });

  it('never answer one page’s script from another origin', async () => {
    const answer = await ask('/api/v1/leads', { headers: { authorization, origin: 'https://evil.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('answers', () => {
  it.each(['br', 'gzip'])('that are long are packed with %s for who takes it', async (encoding) => {
    const answer = await ask('/metrics', {
      headers: { authorization: 'Bearer metrics-token', 'accept-encoding': encoding },
    });
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, encoding]);
    expect(await answer.text()).toContain('hilo_webhooks_total');
  });

  it('that are short, or that nobody wants packed, are not', async () => {
    expect(
      (await ask('/health/live', { headers: { 'accept-encoding': 'gzip' } })).headers.get('content-encoding'),
    ).toBeNull();
    const plain = await ask('/metrics', {
      headers: { authorization: 'Bearer metrics-token', 'accept-encoding': 'identity' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });
});

describe('metrics', () => {
  it.each([undefined, 'Bearer wrong', 'metrics-token', 'Bearer '])('are not for %s', async (given) => {
    const answer = await ask('/metrics', given === undefined ? {} : { headers: { authorization: given } });
    expect([answer.status, (await problemOf(answer)).code]).toEqual([401, 'unauthorized']);
  });
});

describe('the document of the API', () => {
  interface Operation {
    operationId: string;
    security?: unknown[];
    tags?: string[];
    responses: Record<string, unknown>;
  }
  const operations = async (): Promise<[string, Operation][]> => {
    const { paths } = await apiDocument(server.app);
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, Operation>).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    );
  };

  it('names every operation once, under a room of the API', async () => {
    const all = await operations();
    expect(all.length).toBeGreaterThan(60);
    expect(new Set(all.map(([, { operationId }]) => operationId)).size).toBe(all.length);
    expect(all.filter(([name]) => !name.includes(' /api/v1/')).map(([name]) => name)).toEqual([]);
    expect(all.filter(([, { tags = [] }]) => tags.length !== 1).map(([name]) => name)).toEqual([]);
  });

  it('tells of each who may come in and what comes out', async () => {
    const all = await operations();
    expect(all.filter(([, { security }]) => !security?.length).map(([name]) => name)).toEqual([]);
    expect(
      all
        .filter(([, { responses }]) => !Object.keys(responses).some((status) => status.startsWith('2')))
        .map(([name]) => name),
    ).toEqual([]);
  });

  it('has no page for customers and no webhook in it', async () => {
    const names = (await operations()).map(([name]) => name).join('\n');
    for (const hidden of ['/webhooks', '/l/', '/metrics', '/health']) expect(names).not.toContain(` ${hidden}`);
  });
});

describe('stopping', () => {
  it('answers what has begun and takes nothing new', async () => {
    const own = await startWholeServer();
    const fastify = own.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    expect((await fetch(`${own.origin}/health/ready`)).status).toBe(200);
    const begun = Promise.all(
      Array.from({ length: 5 }, () => fetch(`${own.origin}/l/${newId().slice(0, 7)}`, { redirect: 'manual' })),
    );
    expect((await begun).every(({ status }) => status === 404)).toBe(true);
    await own.close();
    expect(fastify.server.listening).toBe(false);
    await expect(fetch(`${own.origin}/health/live`)).rejects.toThrow();
  });
});

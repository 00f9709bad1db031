import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';

/** What is started in production; its static pages need a module that only Node itself can load. */
const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const PATIENCE_MS = 120_000;

let database: TestDatabase;
let folder: string;
let origin: string;
let server: ChildProcess;

const write = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
const start = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, [MAIN], {
    env: { LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
async function ended(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}
const get = (path: string) => fetch(`${origin}${path}`, { redirect: 'manual' });

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'hilo-panel-'));
  write('panel/index.html', '<!doctype html><title>The panel</title>');
  write('panel/assets/app-1a2b.js', 'export {};');
  write('panel/.env', 'SECRET=of-the-panel-folder');
  write('secret.txt', 'beside-the-panel');
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const { databaseUrl, redisUrl, dataDir } = database.config;
  server = start({
    NODE_ENV: 'test',
    ROLE: 'http',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    HILO_DATA_DIR: dataDir,
    PANEL_DIR: join(folder, 'panel'),
  });
  for (;;) {
    const ready = await get('/health/ready').catch(() => undefined);
    if (ready?.status === 200) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}, PATIENCE_MS);
afterAll(async () => {
  if (server.exitCode === null && server.signalCode === null) server.kill('SIGKILL');
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}, PATIENCE_MS);

const policyOf = (answer: Response): string => answer.headers.get('content-security-policy') ?? '';
/** Whatever a page loads: scripts, styles, pictures. */
const loadedBy = (html: string): string[] =>
  [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);

describe('the documentation', () => {
  it.each(['/docs', '/redoc'])('at %s loads every byte from here', async (path) => {
    const answer = await get(path);
    const html = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(loadedBy(html).length).toBeGreaterThan(0);
    for (const address of loadedBy(html)) {
      expect(address).toMatch(/^\/(docs|redoc)\//);
      expect([address, (await get(address)).status]).toEqual([address, 200]);
    }
  });

  it('at /docs runs nothing that stands in the page', async () => {
    const answer = await get('/docs');
    expect(policyOf(answer)).toContain(`script-src 'self'`);
    expect(policyOf(answer)).not.toMatch(/unsafe|nonce/);
    expect(await answer.text()).not.toMatch(/<script>|<script [^>]*>[^<]|\son\w+=|\sstyle=/);
  });

  it('at /redoc runs what has the nonce of this very answer', async () => {
    const pages = [await get('/redoc'), await get('/redoc')];
    const nonces = pages.map((page) => /'nonce-([^']+)'/.exec(policyOf(page))?.[1] ?? '');
    expect(new Set(nonces).size).toBe(2);
    for (const [index, page] of pages.entries()) {
      const html = await page.text();
      expect(html).toContain(`<script nonce="${nonces[index]}">`);
      expect(policyOf(page)).toMatch(/default-src 'self'; script-src 'self' 'nonce-[^']+';/);
      expect(policyOf(page)).not.toContain('unsafe');
    }
  });

  it('is of OpenAPI 3.1', async () => {
    const document = (await (await get('/openapi.json')).json()) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/v1/leads', '/api/v1/channels', '/api/v1/links/{id}/qr']),
    );
  });
});

describe('the panel', () => {
  it.each(['/', '/bandeja', '/leads/0198a1b2-aaaa-7bbb-8ccc-123456abcdef', '/ajustes/canales?tab=1'])(
    'is one page at %s, asked for anew each time',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await answer.text()).toContain('The panel');
    },
  );

  it('has files that never change', async () => {
    const answer = await get('/assets/app-1a2b.js');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
  });

  it.each([
    '/.env',
    '/assets/..%2f.env',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%00',
    '//etc/passwd',
    '/assets/..\\..\\secret.txt',
  ])('shows nothing that lies hidden or outside: %s', async (path) => {
    const text = await (await get(path)).text();
    expect(text).not.toMatch(/of-the-panel-folder|beside-the-panel|root:/);
  });

  it.each([
    '/api/v1/nothing',
    '/webhooks/nobody',
    '/media/x',
    '/health/nothing',
    '/docs/nothing',
    '/redoc/nothing',
    '/socket.io/nothing',
  ])('is not what stands at an address of the server: %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('The panel');
  });
});

describe('starting', () => {
  it(
    'in production without secrets names each that is missing, and does not start',
    async () => {
      const child = start({
        NODE_ENV: 'production',
        DATABASE_URL: database.config.databaseUrl,
        REDIS_URL: database.config.redisUrl,
        HILO_DATA_DIR: folder,
      });
      const { code, stderr } = await ended(child);
      expect(code).toBe(1);
      for (const name of ['ENCRYPTION_KEYS', 'BLIND_INDEX_KEY', 'SESSION_SECRET', 'MEDIA_URL_SECRET'])
        expect(stderr).toContain(`- ${name}: is required in production`);
      expect(stderr).not.toMatch(/\n\s+at /);
    },
    PATIENCE_MS,
  );

  it(
    'with several mistakes in its environment names all of them at once',
    async () => {
      const child = start({
        NODE_ENV: 'test',
        ROLE: 'boss',
        PORT: 'x',
        DATABASE_URL: 'mysql://x',
        REDIS_URL: 'http://x',
      });
      const { code, stderr } = await ended(child);
      expect(code).toBe(1);
      for (const name of ['ROLE', 'PORT', 'DATABASE_URL', 'REDIS_URL']) expect(stderr).toContain(`- ${name}: `);
    },
    PATIENCE_MS,
  );
});

describe('stopping', () => {
  it(
    'ends by itself when it is asked to, and nobody listens any more',
    async () => {
      const end = once(server, 'exit');
      server.kill('SIGTERM');
      const [code, signal] = (await end) as [number | null, string | null];
      expect(code === 0 || signal === 'SIGTERM').toBe(true);
      await expect(get('/health/live')).rejects.toThrow();
    },
    PATIENCE_MS,
  );
});

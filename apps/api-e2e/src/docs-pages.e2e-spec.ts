import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStage, type Stage } from './testing/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 240_000);
afterAll(() => stage?.close(), 30_000);

const page = async (path: string): Promise<{ status: number; type: string; policy: string; text: string }> => {
  const answer = await fetch(`${stage.origin}${path}`);
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    policy: answer.headers.get('content-security-policy') ?? '',
    text: await answer.text(),
  };
};
const addressesIn = (html: string): string[] =>
  [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');

describe.each(['/docs', '/redoc'])('%s', (path) => {
  it('is a page that anybody may read', async () => {
    expect(await page(path)).toMatchObject({
      status: 200,
      type: expect.stringMatching(/^text\/html/),
      text: expect.stringContaining('<title>Hilo API'),
    });
  });

  it('has every byte from here, and each of them is there', async () => {
    const { text } = await page(path);
    const addresses = addressesIn(text);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      expect(address).toMatch(/^\//);
      expect([address, (await page(address)).status]).toEqual([address, 200]);
    }
  });

  it('runs nothing but what it names', async () => {
    const { policy, text } = await page(path);
    expect(policy).toMatch(/default-src 'self'|default-src 'none'/);
    expect(policy).not.toMatch(/script-src[^;]*('unsafe-inline'|'unsafe-eval'|https?:|\*)/);
    const inline = [...text.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>/g)].map(([, attributes]) => attributes ?? '');
    const [, nonce] = /script-src[^;]*'nonce-([^']+)'/.exec(policy) ?? [];
    expect(inline.every((attributes) => nonce !== undefined && attributes.includes(`nonce="${nonce}"`))).toBe(true);
  });
});

describe('/openapi.json', () => {
  it('is the document that both pages show, of this very server', async () => {
    const { status, type, text } = await page('/openapi.json');
    expect([status, type]).toEqual([200, expect.stringMatching(/^application\/json/)]);
    const document = JSON.parse(text) as {
      openapi: string;
      info: { title: string; version: string };
      paths: Record<string, unknown>;
    };
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: expect.stringContaining('Hilo'), version: expect.any(String) },
    });
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/conversations',
        '/api/v1/links',
        '/api/v1/leads',
        '/api/v1/conversations/{id}/messages',
      ]),
    );
  });
});

describe('what is not there', () => {
  it.each([
    '/docs/files/../../package.json',
    '/docs/files/%2e%2e/%2e%2e/package.json',
    '/redoc/files/..%2f..%2fpackage.json',
    '/docs/files/nothing.js',
  ])('%s gives away no file', async (path) => {
    const { status, text } = await page(path);
    expect(text).not.toContain('"dependencies"');
    expect([400, 403, 404, 200]).toContain(status);
  });

  it('under /api is told with problem+json', async () => {
    expect(await page('/api/v1/nothing')).toMatchObject({
      status: 404,
      type: expect.stringMatching(/^application\/problem\+json/),
    });
  });
});

describe('whether it is well', () => {
  it('is told to whoever watches over it', async () => {
    for (const path of ['/health/live', '/health/ready'])
      expect([path, (await page(path)).status]).toEqual([path, 200]);
  });
});

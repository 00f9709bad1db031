import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Config } from '../../../platform/config/config.js';
import { Sql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids/uuid.js';
import { createServedApp, type ServedApp } from '../../../testing/served-app.js';
import { ApiKeys, AuthHttpModule } from '../../auth/index.js';
import { LARGEST_PHOTO } from '../domain/photo.js';
import { CatalogueHttpModule } from '../catalogue-http.module.js';
import type { ItemView } from './catalogue.view.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';

let app: ServedApp;
let authorization: string;
let shop: Server;
/** Where the business keeps its photos. */
let shopUrl: string;
let asked: string[];
beforeAll(async () => {
  shop = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url?.startsWith('/photo')) response.writeHead(200, { 'content-type': 'text/html' }).end(PNG);
    else if (request.url?.startsWith('/page')) response.writeHead(200, { 'content-type': 'image/png' }).end(SVG);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  app = await createServedApp([AuthHttpModule, CatalogueHttpModule], { OUTGOING_PRIVATE_NETWORKS: '127.0.0.1/32' });
  authorization = `Bearer ${(await app.get(ApiKeys, { strict: false }).create('system', { name: 'ERP', scopes: ['catalogue:read', 'catalogue:write'] })).key}`;
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await app.close();
  shop.closeAllConnections();
  shop.close();
});

const call = async <T>(method: string, path: string, body?: object): Promise<{ status: number; body: T }> => {
  const form = body instanceof FormData;
  const answer = await fetch(`${app.origin}/api/v1${path}`, {
    method,
    headers: { authorization, ...(!form && { 'content-type': 'application/json' }) },
    ...(body && { body: form ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T };
};
const upload = (bytes: Buffer | string, name = 'foto.png', type = 'image/png') => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))], { type }), name);
  return call<{ url: string; code?: string }>('POST', '/catalogue/photos', form);
};
const itemWith = async (...images: string[]): Promise<ItemView> => {
  const { status, body } = await call<ItemView>('POST', '/catalogue', {
    kind: 'product',
    sku: newId(),
    name: 'Sofá',
    category: 'Salas',
    priceRetail: { amount: 1, currency: 'USD' },
    images,
  });
  expect(status).toBe(201);
  return body;
};
/** As a browser that shows it asks: without saying who looks. */
const look = async (address = ''): Promise<{ status: number; headers: Headers; bytes: Buffer }> => {
  const answer = await fetch(`${app.origin}${address}`);
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const files = async () =>
  Number((await app.get(Sql).one<{ count: string }>('select count(*) from catalogue_photo'))?.count);

/** The bytes that are kept, by their names. */
const kept = () =>
  readdirSync(join(app.get(Config).dataDir, 'media'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

describe('an uploaded photo', () => {
  it('is served from our own host to everybody, as what it is, and stands in an item', async () => {
    const { status, body } = await upload(PNG, 'factura.html', 'text/html');
    expect([status, body.url]).toEqual([201, expect.stringMatching(/^\/api\/v1\/catalogue\/photos\/[0-9a-f]{32}$/)]);
    const item = await itemWith(body.url);
    expect([item.images, item.photos]).toEqual([[body.url], [body.url]]);
    const shown = await look(item.photos[0]);
    expect(shown.bytes).toEqual(PNG);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': expect.stringContaining('immutable'),
    });
    expect((await upload(PNG)).body.url).toBe(body.url);
  });

  it.each([
    ['a drawing that runs', SVG, 415, 'media_type_refused'],
    ['a page that calls itself a picture', '<!doctype html><script>alert(1)</script>', 415, 'media_type_refused'],
    ['a document', '%PDF-1.7\n1 0 obj\n', 415, 'media_type_refused'],
    ['nothing at all', '', 400, 'empty_file'],
    ['more than ten megabytes', Buffer.concat([PNG, Buffer.alloc(11_000_000)]), 413, 'too_large'],
  ])('is refused when it is %s, and nothing is left', async (_what, bytes, status, code) => {
    await upload(PNG);
    const before = [await files(), kept()];
    const answer = await upload(bytes);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect([await files(), kept()]).toEqual(before);
  });

  it('stays when somebody sends a larger one that begins with it', async () => {
    const largest = Buffer.concat([PNG, Buffer.alloc(LARGEST_PHOTO - PNG.length)]);
    const { status, body } = await upload(largest);
    expect(status).toBe(201);
    expect((await upload(Buffer.concat([largest, Buffer.alloc(1)]))).status).toBe(413);
    expect((await look(body.url)).bytes).toHaveLength(LARGEST_PHOTO);
  });

  it('whose row cannot be written leaves no bytes behind', async () => {
    const before = kept();
    const sql = app.get(Sql);
    await sql.rows('alter table catalogue_photo add constraint odd check (size <> 1234)');
    expect((await upload(Buffer.concat([PNG, Buffer.alloc(1234 - PNG.length)]))).status).toBe(500);
    await sql.rows('alter table catalogue_photo drop constraint odd');
    expect(kept()).toEqual(before);
  });

  it('is refused without a file, or as something else than a form', async () => {
    expect((await call('POST', '/catalogue/photos', new FormData())).status).toBe(400);
    expect((await call('POST', '/catalogue/photos', {})).status).toBe(415);
  });
});

describe('a photo at a foreign address', () => {
  it('is shown from our own host, and fetched once, however many look', async () => {
    const source = `${shopUrl}/photo/${newId()}`;
    const { images, photos } = await itemWith(source);
    expect([images, asked]).toEqual([[source], []]);
    const shown = await Promise.all(Array.from({ length: 5 }, () => look(photos[0])));
    expect(shown.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect([shown[0]?.headers.get('content-type'), shown[4]?.bytes]).toEqual(['image/png', PNG]);
    expect((await look(photos[0])).status).toBe(200);
    expect(asked).toHaveLength(1);
  });

  it.each(['/page', '/missing'])('that leads to %s is not there, and is left alone for a while', async (path) => {
    const { photos } = await itemWith(`${shopUrl}${path}?${newId()}`);
    expect([(await look(photos[0])).status, (await look(photos[0])).status]).toEqual([404, 404]);
    expect(asked).toHaveLength(1);
  });

  it.each(['http://169.254.169.254/latest/meta-data', 'http://[::1]:1/x.png', 'http://192.168.0.1/x.png'])(
    'is never asked for inside, at %s',
    async (address) => {
      const { photos } = await itemWith(address);
      expect((await look(photos[0])).status).toBe(404);
      const row = await app.get(Sql).one('select failure from catalogue_photo where source_url = $1', [address]);
      expect(row).toEqual({ failure: 'address' });
    },
  );

  it('is nothing that somebody can ask for who only knows the way', async () => {
    for (const key of ['0'.repeat(32), 'nonsense', encodeURIComponent(`${shopUrl}/photo`)])
      expect((await look(`/api/v1/catalogue/photos/${key}`)).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it('is known from when it is written into an item', async () => {
    const item = await itemWith();
    expect(item.photos).toEqual([]);
    const { body } = await call<ItemView>('PATCH', `/catalogue/${item.id}`, {
      images: [`${shopUrl}/photo/later`, '/demo/sofa.png'],
    });
    expect(body.photos[1]).toBe('/demo/sofa.png');
    expect((await look(body.photos[0])).status).toBe(200);
  });
});

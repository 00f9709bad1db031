import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../../platform/database/keyset-page.js';
import { Sql } from '../../../platform/database/sql.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../../auth/index.js';
import { CatalogueHttpModule } from '../catalogue-http.module.js';
import { Catalogue } from '../index.js';
import type { FaqList, FaqView, ItemPage, ItemView } from './catalogue.view.js';

let host: TestApp;
let headers: { authorization: string };
let keyId: string;

const USD = (amount: number) => ({ amount, currency: 'USD' });
const whole = (over: Record<string, unknown> = {}) => ({
  kind: 'product',
  sku: 'CAS-1',
  name: 'Casco KX',
  category: 'Cascos',
  priceRetail: USD(4500),
  ...over,
});
const create = (over: Record<string, unknown> = {}, more: Record<string, string> = {}) =>
  host.request<ItemView & { code: string }>({
    method: 'POST',
    path: '/catalogue',
    headers: { ...headers, ...more },
    body: whole(over),
  });
const patch = (id: string, body: unknown, more: Record<string, string> = {}) =>
  host.request<ItemView & { code: string; currentVersion: number }>({
    method: 'PATCH',
    path: `/catalogue/${id}`,
    headers: { ...headers, ...more },
    body,
  });
const list = async (query = ''): Promise<ItemPage> =>
  (await host.request<ItemPage>({ path: `/catalogue${query}`, headers })).body;
const remove = (path: string) => host.request({ method: 'DELETE', path, headers });
const record = (id: string) =>
  host
    .get(Sql)
    .rows('select action, detail from audit_entry where target_id = $1 and actor_id = $2 order by id', [id, keyId]);
const told = async (): Promise<number> =>
  (await host.get(Sql).rows("select 1 from outbox, json_array_elements(items) where topic = 'item.changed'")).length;

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, CatalogueHttpModule]);
  ({ id: keyId, headers } = await keyWith(host, ['catalogue:read', 'catalogue:write']));
});
beforeEach(async () => {
  for (const table of ['catalogue_item', 'faq_entry', 'outbox']) await host.get(Sql).rows(`delete from ${table}`);
});
afterAll(() => host.close());

describe('a SKU', () => {
  it.each(['CAS-1', 'cas-1', ' cas-1 ', 'Cas-1'])('written %j is the one there is', async (sku) => {
    const { id } = (await create()).body;
    expect(await create({ sku })).toMatchObject({ status: 409, body: { code: 'sku_taken' } });
    expect((await host.request<ItemView>({ path: `/catalogue/${sku.trim()}`, headers })).body.id).toBe(id);
    expect((await patch(sku.trim(), { stock: 4 })).body).toMatchObject({ id, stock: 4, sku: 'CAS-1' });
  });

  it('is kept by an archived item, and can be changed away', async () => {
    const { id } = (await create()).body;
    await remove('/catalogue/CAS-1');
    expect((await create()).status).toBe(409);
    expect((await patch(id, { sku: 'cas-viejo' })).body.sku).toBe('CAS-VIEJO');
    expect((await create()).status).toBe(201);
    expect(await patch(id, { sku: 'cas-1' })).toMatchObject({ status: 409, body: { code: 'sku_taken' } });
  });

  it('wanted by many at once is made once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => create()));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 201).map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 3 }, () => [409, 'sku_taken']),
    );
    expect((await list()).data).toHaveLength(1);
  });

  it.each(['NO-HAY', randomUUID(), 'search2', "x' or '1'='1", '..', '%00', 'ñ', 'x'.repeat(90)])(
    '%s finds nothing to read, change or archive',
    async (sku) => {
      await create();
      const path = `/catalogue/${encodeURIComponent(decodeURIComponent(sku))}`;
      const statuses = [
        (await host.request({ path, headers })).status,
        (await host.request({ method: 'PATCH', path, headers, body: { stock: 1 } })).status,
        (await remove(path)).status,
      ];
      for (const status of statuses) expect([400, 404]).toContain(status);
      expect((await list()).data.map(({ stock }) => stock)).toEqual([null]);
    },
  );
});

describe('a change', () => {
  it('is on record with its fields, told once, and nothing when it changes nothing', async () => {
    const made = (await create({ brand: 'KX', attributes: { talla: 'M' }, images: ['https://example.com/1.jpg'] }))
      .body;
    const changed = await patch(made.id, { name: 'Casco KX 2', stock: 3, brand: 'KX' }, { 'if-match': '"1"' });
    expect([changed.body.version, changed.headers.get('etag')]).toEqual([2, '"2"']);
    const before = await keptRows(host.get(Sql), ['catalogue_item', 'catalogue_revision', 'audit_entry', 'outbox']);
    for (const same of [
      {},
      { name: 'Casco KX 2' },
      { attributes: { talla: 'M' } },
      { sku: 'cas-1' },
      { priceRetail: USD(4500) },
    ])
      expect((await patch(made.id, same)).body).toEqual(changed.body);
    expect(await keptRows(host.get(Sql), ['catalogue_item', 'catalogue_revision', 'audit_entry', 'outbox'])).toEqual(
      before,
    );
    expect(await record(made.id)).toEqual([
      { action: 'item.created', detail: {} },
      { action: 'item.changed', detail: { fields: ['name', 'stock'] } },
    ]);
    expect(await told()).toBe(2);
  });

  it('by many at once on one version is one change', async () => {
    const { id } = (await create()).body;
    const answers = await Promise.all([1, 2, 3, 4].map((stock) => patch(id, { stock }, { 'if-match': '"1"' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    expect(answers.find(({ status }) => status === 412)?.body).toMatchObject({
      code: 'stale_version',
      currentVersion: 2,
    });
  });

  it('of different fields at once keeps all of them', async () => {
    const { id } = (await create()).body;
    await Promise.all([patch(id, { stock: 9 }), patch(id, { brand: 'Shoei' }), patch(id, { description: 'Integral' })]);
    expect((await list()).data[0]).toMatchObject({ stock: 9, brand: 'Shoei', description: 'Integral', version: 4 });
  });

  it('is found by the new words and no longer by the old ones', async () => {
    const { id } = (await create({ name: 'Lámpara Cotopaxi' })).body;
    const catalogue = host.get(Catalogue);
    await patch(id, { name: 'Velador Cayambe' });
    expect([(await catalogue.search('cotopaxi')).length, (await catalogue.search('cayambe')).length]).toEqual([0, 1]);
    await patch(id, { attributes: { color: 'terracota' } });
    expect(await catalogue.search('terracota')).toHaveLength(1);
  });

  it('made twice under one Idempotency-Key is made once', async () => {
    const more = { 'idempotency-key': randomUUID() };
    const [one, again] = [await create({}, more), await create({}, more)];
    expect([one.status, again.status, again.body.id]).toEqual([201, 201, one.body.id]);
    expect(await told()).toBe(1);
  });
});

describe('an archived item', () => {
  it('is offered nowhere, read by who refers to it, and comes back', async () => {
    const { id } = (await create()).body;
    expect((await remove(`/catalogue/${id}`)).status).toBe(204);
    expect((await remove(`/catalogue/${id}`)).status).toBe(204);
    const catalogue = host.get(Catalogue);
    expect([(await list()).data, await catalogue.search('casco'), (await catalogue.snapshot()).items]).toEqual([
      [],
      [],
      [],
    ]);
    expect((await list('?status=archived')).data.map((item) => item.id)).toEqual([id]);
    expect((await list('?status=archived&q=casco')).data.map((item) => item.id)).toEqual([id]);
    expect((await catalogue.byIds([id, randomUUID()])).get(id)?.status).toBe('archived');
    expect((await patch(id, { status: 'active' })).body.status).toBe('active');
    expect((await catalogue.search('casco')).map((item) => item.id)).toEqual([id]);
    expect(await told()).toBe(3);
  });
});

describe('the list', () => {
  const NAMES = [
    'Ámbar',
    'ambar',
    'Zapato',
    'Zapato',
    'Zapato',
    '100% lana',
    'ñ'.repeat(200),
    '🏍'.repeat(100),
    'Ébano',
  ];

  it.each([1, 2, 4, 200])('is walked %d at a time, by name, each once', async (limit) => {
    for (const [index, name] of NAMES.entries()) await create({ sku: `S${index}`, name });
    const seen: ItemView[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: ItemPage = await list(`?limit=${limit}${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.data);
      cursor = page.nextCursor;
    }
    expect(seen.map(({ name }) => name).sort()).toEqual(NAMES.toSorted());
    expect(seen.map(({ id }) => id)).toEqual((await list('?limit=200')).data.map(({ id }) => id));
  });

  it.each([
    ['?kind=car'],
    ['?status=sold'],
    ['?inStock=many'],
    ['?limit=0'],
    ['?sort=price'],
    ['?category=x&order=name;drop%20table%20catalogue_item'],
    [`?q=${'x'.repeat(201)}`],
    ['?category=a&category=b'],
    [`?cursor=${encodeCursor(['a', 'x'])}`],
    [`?cursor=${encodeCursor(['a'])}`],
    ['/search'],
    ['/search?q='],
    ['/search?q=a&limit=51'],
    ['/search?q=a&cursor=x'],
  ])('%s is refused', async (query) => {
    expect((await host.request({ path: `/catalogue${query}`, headers })).status).toBe(400);
  });
});

describe('answers', () => {
  const post = (body: object) => host.request<FaqView>({ method: 'POST', path: '/faq', headers, body });
  const change = (id: string, body: object, more: Record<string, string> = {}) =>
    host.request<FaqView>({ method: 'PATCH', path: `/faq/${id}`, headers: { ...headers, ...more }, body });
  const all = async (query = ''): Promise<FaqView[]> =>
    (await host.request<FaqList>({ path: `/faq${query}`, headers })).body.data;

  it('come in the order they were written, change by version, and go on record', async () => {
    for (const question of ['¿Uno?', '¿Dos?', '¿Tres?']) await post({ question, answer: 'Sí.' });
    const [one, two] = await all();
    expect((await all()).map(({ question }) => question)).toEqual(['¿Uno?', '¿Dos?', '¿Tres?']);
    const changed = await change(one?.id ?? '', { answer: ' No. ', tags: ['envio'] }, { 'if-match': '"1"' });
    expect([changed.body.answer, changed.body.tags, changed.headers.get('etag')]).toEqual(['No.', ['envio'], '"2"']);
    expect((await change(one?.id ?? '', { answer: 'x' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await change(one?.id ?? '', { answer: 'No.' })).body.version).toBe(2);
    await remove(`/faq/${two?.id}`);
    expect([(await all()).length, (await all('?status=archived')).length]).toEqual([2, 1]);
    expect(await record(one?.id ?? '')).toEqual([
      { action: 'faq.created', detail: {} },
      { action: 'faq.changed', detail: { fields: ['answer', 'tags'] } },
    ]);
    expect((await remove(`/faq/${randomUUID()}`)).status).toBe(404);
  });
});

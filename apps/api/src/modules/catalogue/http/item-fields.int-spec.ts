import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../../auth/index.js';
import { CatalogueHttpModule } from '../catalogue-http.module.js';
import type { FaqView, ItemPage, ItemView } from './catalogue.view.js';

let host: TestApp;
let headers: { authorization: string };
let count = 0;

const USD = (amount: number) => ({ amount, currency: 'USD' });
const whole = (over: Record<string, unknown> = {}) => ({
  kind: 'product',
  sku: `SKU-${(count += 1)}`,
  name: 'Casco KX',
  category: 'Cascos',
  priceRetail: USD(4500),
  ...over,
});
const create = (body: unknown, more: Record<string, string> = {}) =>
  host.request<ItemView & { code: string }>({
    method: 'POST',
    path: '/catalogue',
    headers: { ...headers, ...more },
    body,
  });
const patch = (id: string, body: unknown, more: Record<string, string> = {}) =>
  host.request<ItemView & { code: string }>({
    method: 'PATCH',
    path: `/catalogue/${encodeURIComponent(id)}`,
    headers: { ...headers, ...more },
    body,
  });
const read = (id: string) => host.request<ItemView>({ path: `/catalogue/${encodeURIComponent(id)}`, headers });
const faq = (method: 'POST' | 'PATCH', path: string, body: unknown) =>
  host.request<FaqView>({ method, path: `/faq${path}`, headers, body });
const traces = () =>
  keptRows(host.get(Sql), ['catalogue_item', 'faq_entry', 'catalogue_revision', 'audit_entry', 'outbox']);

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, CatalogueHttpModule]);
  headers = (await keyWith(host, ['catalogue:read', 'catalogue:write'])).headers;
});
afterAll(() => host.close());

describe('an item that does not fit', () => {
  const everything = {
    kind: 'car',
    sku: ['a'],
    name: 7,
    brand: {},
    category: '',
    attributes: [],
    description: false,
    priceRetail: { amount: '10', currency: 'usd', cents: 1 },
    priceWholesale: 'cheap',
    stock: '3',
    images: 'https://example.com/a.jpg',
    url: 'ftp://example.com',
    searchText: 'x',
  };
  const paths = [
    ...Object.keys(everything)
      .filter((field) => field !== 'priceRetail')
      .map((field) => `/${field}`),
    '/priceRetail/amount',
    '/priceRetail/cents',
    '/priceRetail/currency',
  ].sort();

  it('hears about every field at once, when new and when changed', async () => {
    const { id } = (await create(whole())).body;
    const before = await traces();
    expect(refusedPaths(await create(everything))).toEqual(paths);
    expect(refusedPaths(await patch(id, { ...everything, status: 'sold' }))).toEqual([...paths, '/status'].sort());
    expect(refusedPaths(await create({}))).toEqual(['/category', '/kind', '/name', '/priceRetail', '/sku']);
    expect(await traces()).toEqual(before);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a list for a price', { priceRetail: [USD(1)] }, '/priceRetail'],
    ['an empty list for a price', { priceRetail: [] }, '/priceRetail'],
    ['a number for a price', { priceRetail: 100 }, '/priceRetail'],
    ['null for the retail price', { priceRetail: null }, '/priceRetail'],
    ['a list for the wholesale price', { priceWholesale: [USD(1)] }, '/priceWholesale'],
    ['less than nothing', { priceRetail: USD(-1) }, '/priceRetail/amount'],
    ['half a cent', { priceRetail: USD(0.5) }, '/priceRetail/amount'],
    ['more than a number holds', { priceRetail: USD(2 ** 53) }, '/priceRetail/amount'],
    ['a price that is no number', { priceRetail: { amount: null, currency: 'USD' } }, '/priceRetail/amount'],
    ['no currency', { priceRetail: { amount: 1 } }, '/priceRetail/currency'],
    ['two currencies', { priceWholesale: { amount: 1, currency: 'EUR' } }, '/priceWholesale/currency'],
    ['half a piece', { stock: 1.5 }, '/stock'],
    ['less than no piece', { stock: -1 }, '/stock'],
    ['more pieces than there are', { stock: 1_000_000_001 }, '/stock'],
    ['a SKU with a blank', { sku: 'a b' }, '/sku'],
    ['a SKU with a path', { sku: '../x' }, '/sku'],
    ['a SKU that begins with a dash', { sku: '-a' }, '/sku'],
    ['a long SKU', { sku: 'x'.repeat(65) }, '/sku'],
    ['a name of blanks', { name: '  ' }, '/name'],
    ['a script for an address', { url: 'javascript:alert(1)' }, '/url'],
    ['data for a picture', { images: ['data:image/png;base64,AAAA'] }, '/images'],
    ['a file for a picture', { images: ['file:///etc/passwd'] }, '/images'],
    [
      'too many pictures',
      { images: Array.from({ length: 21 }, (_, index) => `https://example.com/${index}.jpg`) },
      '/images',
    ],
    ['null for the pictures', { images: null }, '/images'],
    ['null for the description', { description: null }, '/description'],
    ['null for the attributes', { attributes: null }, '/attributes'],
    ['attributes inside attributes', { attributes: { a: { b: 1 } } }, '/attributes'],
  ])('%s is refused, new and changed, and nothing is written', async (_, over, path) => {
    const { id } = (await create(whole())).body;
    const before = await traces();
    for (const answer of [await create(whole(over)), await patch(id, over)]) {
      expect(answer.status).toBe(400);
      expect(refusedPaths(answer)).toContain(path);
    }
    expect(await traces()).toEqual(before);
  });

  it.each(['kind', 'sku', 'name', 'category', 'status'])('cannot lose %s to a null', async (field) => {
    const { id } = (await create(whole())).body;
    expect(refusedPaths(await patch(id, { [field]: null }))).toEqual([`/${field}`]);
  });
});

describe('money', () => {
  it.each([0, 1, 99, 1_000_000_00, Number.MAX_SAFE_INTEGER])('of %d comes back to the last unit', async (amount) => {
    const { body } = await create(whole({ priceRetail: USD(amount), priceWholesale: USD(amount) }));
    expect((await read(body.id)).body).toMatchObject({ priceRetail: USD(amount), priceWholesale: USD(amount) });
  });

  it('changes its currency only for both prices at once', async () => {
    const { id } = (await create(whole({ priceWholesale: USD(4000) }))).body;
    const pesos = { amount: 5_000_000, currency: 'ARS' };
    expect(refusedPaths(await patch(id, { priceRetail: pesos }))).toEqual(['/priceWholesale/currency']);
    expect((await patch(id, { priceRetail: pesos, priceWholesale: { ...pesos, amount: 1 } })).body).toMatchObject({
      priceRetail: pesos,
      priceWholesale: { amount: 1, currency: 'ARS' },
    });
    expect((await patch(id, { priceRetail: USD(1), priceWholesale: null })).body).toMatchObject({
      priceRetail: USD(1),
      priceWholesale: null,
    });
  });
});

describe('stock', () => {
  it.each<[number | null, boolean]>([
    [null, true],
    [0, false],
    [1, true],
  ])('of %s is in stock: %s', async (stock, inStock) => {
    const { sku } = (await create(whole({ stock, category: `Stock ${stock}` }))).body;
    const listed = async (flag: boolean) =>
      (
        await host.request<ItemPage>({ path: `/catalogue?inStock=${flag}&category=stock%20${stock}`, headers })
      ).body.data.map((item) => item.sku);
    expect([await listed(true), await listed(false)]).toEqual(inStock ? [[sku], []] : [[], [sku]]);
    expect((await read(sku)).body.stock).toBe(stock);
  });

  it('goes from counted to not counted and back', async () => {
    const { id } = (await create(whole({ stock: 3 }))).body;
    for (const stock of [null, 0, null, 7]) expect((await patch(id, { stock })).body.stock).toBe(stock);
    expect((await patch(id, { name: 'Otro' })).body.stock).toBe(7);
  });
});

describe('an answer that does not fit', () => {
  it.each<[unknown, string[]]>([
    [{}, ['/answer', '/question']],
    [{ question: ' ', answer: null }, ['/answer', '/question']],
    [{ question: ['?'], answer: {}, tags: 'envio', status: 'x' }, ['/answer', '/question', '/status', '/tags']],
    [
      { question: 'x'.repeat(301), answer: 'y'.repeat(2001), tags: ['z'.repeat(51)] },
      ['/answer', '/question', '/tags'],
    ],
    [{ question: '¿?', answer: 'Sí', tags: null }, ['/tags']],
    [{ question: '¿?', answer: 'Sí', tags: Array.from({ length: 21 }, (_, index) => `t${index}`) }, ['/tags']],
  ])('%j is refused', async (body, paths) => {
    const before = await traces();
    const answer = await faq('POST', '', body);
    expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
    expect(await traces()).toEqual(before);
  });

  it.each(['question', 'answer', 'tags', 'status'])('cannot lose %s to a null', async (field) => {
    const { id } = (await faq('POST', '', { question: '¿Envían?', answer: 'Sí.' })).body;
    expect(refusedPaths(await faq('PATCH', `/${id}`, { [field]: null }))).toEqual([`/${field}`]);
    expect((await faq('PATCH', `/${randomUUID()}`, { answer: 'x' })).status).toBe(404);
  });
});

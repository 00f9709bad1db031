import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { startHttp, type HttpContext } from '../../../testing/http-context.js';
import { AuthModule, permissionsOf, type Principal } from '../../auth/index.js';
import {
  Catalogue,
  CatalogueHttpModule,
  CatalogueModule,
  FaqEditing,
  ItemEditing,
  type Item,
  type NewItem,
} from '../index.js';

const principal: Principal = {
  kind: 'user',
  id: newId(),
  name: 'Sofía Vera',
  roles: ['admin'],
  teamIds: [],
  permissions: permissionsOf(['admin']),
};
const demo = JSON.parse(
  readFileSync(new URL('../../../demo/data/catalogue.json', import.meta.url), 'utf8'),
) as NewItem[];
const faqs = JSON.parse(readFileSync(new URL('../../../demo/data/faq.json', import.meta.url), 'utf8')) as {
  question: string;
  answer: string;
  tags: string[];
}[];
let http: HttpContext;
let catalogue: Catalogue;

beforeAll(async () => {
  http = await startHttp([AuthModule, CatalogueModule, CatalogueHttpModule], principal);
  catalogue = http.module.get(Catalogue);
  for (const item of demo) await http.module.get(ItemEditing).create('system', item);
  for (const entry of faqs) await http.module.get(FaqEditing).create('system', entry);
}, 60_000);
afterAll(() => http.close());

interface List {
  data: Item[];
  nextCursor: string | null;
}
const USD = (amount: number) => ({ amount, currency: 'USD' });
const lamp = { kind: 'product', sku: 'lam-1', name: 'Lámpara Chimborazo', category: 'Salas', priceRetail: USD(3900) };
const firstSku = async (q: string): Promise<string | undefined> => (await catalogue.search(q, 3))[0]?.sku;

describe('tolerant search', () => {
  it.each([
    ['a34', /^SGA34/],
    ['A 34', /^SGA34/],
    ['samsum galaxi a54', /^SGA54/],
    ['ip 14 256', /^IP14-256/],
    ['iphone 15 pro 1tb', /^IP15P-1TB/],
    ['ipone 14 azul', /^IP14-256-AZU/],
    ['redmi note 13 pro', /^XRN13P/],
    ['sillon reclinble', /^MUE-SILR/],
    ['couch gris', /^MUE-SOF3-GRI/],
    ['auriculares apple', /^AUD-APP2/],
    ['colchao queen', /^MUE-COLQ/],
    ['COLCHÓN ortopedico', /^MUE-COL2/],
    ['netflis', /^SUS-(?:NFX|COMBO)/],
    ['placard', /^MUE-ROP3/],
    ['quiero un escritorio por favor', /^MUE-ESC/],
    ['carregador', /^CAR-20W/],
    ['MUE-VEL-NOG', /^MUE-VEL-NOG/],
  ])('%s finds %s first', async (q, sku) => expect(await firstSku(q)).toMatch(sku));

  it.each(['teléfono', 'celulares', 'móvil', 'smartphone', 'celualr'])('%s finds phones only', async (q) => {
    const found = await catalogue.search(q, 10);
    expect(found.length).toBe(10);
    expect(new Set(found.map(({ category }) => category))).toEqual(new Set(['Celulares']));
  });

  it.each(['zzzzqqq', 'a99', 'iphone 37', '%', '   '])('%s finds nothing that meets it', async (q) => {
    expect((await catalogue.search(q)).filter(({ name }) => name.includes('37') || name.includes('99'))).toEqual([]);
    if (!q.startsWith('iphone')) expect(await catalogue.search(q)).toEqual([]);
  });
});

describe('the shelf', () => {
  it('filters and pages in the order of names, each item once', async () => {
    const seen: Item[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: List = (
        await http.ask<List>(
          'GET',
          `/catalogue?category=celulares&inStock=true&kind=product&limit=5${cursor === '' ? '' : `&cursor=${cursor}`}`,
        )
      ).body;
      seen.push(...page.data);
      cursor = page.nextCursor;
    }
    expect(seen.map(({ sku }) => sku).sort()).toEqual(
      demo
        .filter((item) => item.category === 'Celulares' && item.stock !== 0)
        .map(({ sku }) => sku)
        .sort(),
    );
    expect((await http.ask<List>('GET', '/catalogue?inStock=false')).body.data.every(({ stock }) => stock === 0)).toBe(
      true,
    );
    expect((await http.ask<List>('GET', '/catalogue/search?q=netflix&limit=1')).body.data).toHaveLength(1);
  });

  it('creates, reads by id and SKU, changes, and archives', async () => {
    const made = await http.ask<Item>('POST', '/catalogue', lamp);
    expect(made).toMatchObject({
      status: 201,
      body: { sku: 'LAM-1', priceRetail: USD(3900), priceWholesale: null, stock: null, status: 'active', version: 1 },
    });
    expect((await http.ask<Item>('GET', '/catalogue/lam-1')).body).toEqual(made.body);
    const changed = await http.ask<Item>(
      'PATCH',
      `/catalogue/${made.body.id}`,
      { priceRetail: USD(4200), stock: 2 },
      { 'if-match': '"1"' },
    );
    expect(changed).toMatchObject({
      status: 200,
      body: { priceRetail: USD(4200), stock: 2, version: 2, name: lamp.name },
    });
    expect((await http.ask('PATCH', '/catalogue/LAM-1', { stock: 1 }, { 'if-match': '"1"' })).status).toBe(412);
    expect(await http.ask('POST', '/catalogue', lamp)).toMatchObject({ status: 409, body: { code: 'sku_taken' } });
    expect((await http.ask('DELETE', '/catalogue/LAM-1')).status).toBe(204);
    expect(await catalogue.search('chimborazo')).toEqual([]);
    expect((await catalogue.byIds([made.body.id])).get(made.body.id)?.status).toBe('archived');
    expect(
      (await http.appended('item.changed')).filter((item) => (item as { itemId: string }).itemId === made.body.id),
    ).toHaveLength(3);
  });

  it.each<[object, string]>([
    [{ ...lamp, sku: 'a b' }, '/sku'],
    [{ ...lamp, priceRetail: { amount: 1.5, currency: 'USD' } }, '/priceRetail/amount'],
    [{ ...lamp, priceRetail: undefined }, '/priceRetail'],
    [{ ...lamp, sku: 'X1', priceWholesale: { amount: 1, currency: 'EUR' } }, '/priceWholesale/currency'],
    [{ ...lamp, url: 'javascript:alert(1)' }, '/url'],
    [{ ...lamp, stock: -1 }, '/stock'],
    [{ ...lamp, searchText: 'x' }, '/searchText'],
  ])('refuses %j', async (body, path) => {
    const answer = await http.ask<{ errors: { path: string }[] }>('POST', '/catalogue', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error) => error.path)).toContain(path);
  });
});

describe('the snapshot', () => {
  it('is the same until something changes, whoever changes it', async () => {
    const before = await catalogue.snapshot();
    expect(await catalogue.snapshot()).toBe(before);
    expect(before.faqs.map(({ question }) => question)).toEqual(faqs.map(({ question }) => question));
    await http.sql.rows(`update catalogue_item set stock = 99 where sku = 'SGA34-128-GRA'`);
    const after = await catalogue.snapshot();
    expect(after.revision).not.toBe(before.revision);
    expect(after.items.find(({ sku }) => sku === 'SGA34-128-GRA')?.stock).toBe(99);
  });

  it('holds answers as they are now', async () => {
    const made = await http.ask<{ id: string; version: number }>('POST', '/faq', {
      question: '¿Tienen parqueadero?',
      answer: 'Sí.',
    });
    await http.ask('PATCH', `/faq/${made.body.id}`, { answer: 'Sí, gratis.' }, { 'if-match': '"1"' });
    expect((await catalogue.snapshot()).faqs.at(-1)).toMatchObject({ answer: 'Sí, gratis.', version: 2 });
    expect((await http.ask('DELETE', `/faq/${made.body.id}`)).status).toBe(204);
    expect((await http.ask<{ data: { id: string }[] }>('GET', '/faq')).body.data.map(({ id }) => id)).not.toContain(
      made.body.id,
    );
    expect(
      (await http.ask<{ data: { id: string }[] }>('GET', '/faq?status=archived')).body.data.map(({ id }) => id),
    ).toEqual([made.body.id]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import jsqr from 'jsqr';
import { encodeCursor } from '../../../platform/database/keyset-page.js';
import { newId } from '../../../platform/ids/uuid.js';
import { type LinkApp, startLinkApp } from '../testing/link-app.js';
import { Links } from '../links.facade.js';
import type { LinkView } from './link-view.js';

let app: LinkApp;
beforeAll(async () => {
  app = await startLinkApp();
});
afterAll(() => app.close());

describe('listing', () => {
  it.each([
    '?limit=0',
    '?limit=201',
    '?limit=x',
    '?network=orkut',
    '?itemId=villa',
    '?archived=maybe',
    '?sort=name',
    `?q=${'x'.repeat(101)}`,
  ])('refuses %s', async (query) => {
    expect((await app.call('GET', `/links${query}`)).status).toBe(400);
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['a cursor of another list', encodeCursor(['2026-11-20', newId()])],
    ['no id', encodeCursor(['1; drop table tracked_link'])],
    ['nothing', encodeCursor([null])],
  ])('refuses a cursor that is %s', async (_name, cursor) => {
    expect((await app.call('GET', `/links?cursor=${encodeURIComponent(cursor)}`)).status).toBe(400);
  });

  it('shows every link once over pages of any size, the newest first', async () => {
    for (let n = 0; n < 7; n += 1) await app.link();
    const all = (await app.call<{ data: LinkView[] }>('GET', '/links?limit=200')).body.data.map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: { data: LinkView[]; nextCursor: string | null } } = await app.call(
        'GET',
        `/links?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...body.data.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(all);
    expect([...all].sort().reverse()).toEqual(all);
  });
});

describe('a QR code', () => {
  it('drawn by the server is read as the short address', async () => {
    const made = await app.link({ networks: ['qr'] });
    const { text, headers } = await app.call('GET', `/links/${made.id}/qr?size=256`);
    expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(text).toMatch(/^<svg .*width="256"/);
    const modules = Number(/viewBox="0 0 (\d+)/.exec(text)?.[1]);
    const side = modules * 4;
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
    for (const [, x, y] of text.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
      for (let dot = 0; dot < 16; dot += 1)
        pixels.set([0, 0, 0], ((Number(y) * 4 + (dot >> 2)) * side + Number(x) * 4 + (dot & 3)) * 4);
    expect(jsqr.default(pixels, side, side)?.data).toBe(made.shortUrl);
  });

  it.each(['?size=127', '?size=2049', '?size=big', '?format=png', '?colour=red'])(
    'is not drawn for %s',
    async (query) => {
      const made = await app.link();
      expect((await app.call('GET', `/links/${made.id}/qr${query}`)).status).toBe(400);
    },
  );
});

describe('who may', () => {
  it('look may not write, and who may write something else may not look', async () => {
    const [reader, stranger] = [await app.as(['links:read']), await app.as(['leads:read'])];
    const made = await app.link();
    expect((await reader('GET', `/links/${made.id}`)).status).toBe(200);
    for (const [method, path, body] of [
      ['POST', '/links', {}],
      ['PATCH', `/links/${made.id}`, {}],
      ['DELETE', `/links/${made.id}`, undefined],
    ] as const)
      expect((await reader(method, path, body)).status).toBe(403);
    for (const path of ['/links', `/links/${made.id}`, `/links/${made.id}/qr`])
      expect((await stranger('GET', path)).status).toBe(403);
  });
});

describe('searching', () => {
  const found = async (query: string): Promise<string[]> =>
    (await app.call<{ data: LinkView[] }>('GET', `/links?limit=200&${query}`)).body.data.map(({ id }) => id);

  it('finds a part of a name without accents, and the exact slug in any case', async () => {
    const made = await app.link({ name: 'Promoción Año Nuevo' });
    for (const q of ['promocion', 'AÑO', 'año nuevo', 'ano nuevo', made.slug, made.slug.toUpperCase()])
      expect(await found(`q=${encodeURIComponent(q)}`)).toContain(made.id);
    expect(await found(`q=${made.slug.slice(0, 5)}`)).not.toContain(made.id);
  });

  it('takes signs of patterns as they are written', async () => {
    const made = await app.link({ name: '50% de descuento_hoy' });
    expect(await found(`q=${encodeURIComponent('50%')}`)).toContain(made.id);
    for (const q of ['%%%', 'descuento%hoy', "' or 1=1 --", 'x_y'])
      expect(await found(`q=${encodeURIComponent(q)}`)).toEqual([]);
  });

  it('narrows by network, item and archive together', async () => {
    const name = `Filtro ${newId()}`;
    const [tiktok, bare] = [
      await app.link({ name, networks: ['tiktok'] }),
      await app.link({ name, networks: ['tiktok'], itemId: null }),
    ];
    const q = `q=${encodeURIComponent(name)}`;
    expect(await found(`${q}&network=tiktok`)).toEqual([bare.id, tiktok.id]);
    expect(await found(`${q}&itemId=${app.itemId}`)).toEqual([tiktok.id]);
    expect(await found(`${q}&network=email`)).toEqual([]);
    await app.open(tiktok.slug);
    await app.call('DELETE', `/links/${tiktok.id}`);
    expect(await found(q)).toEqual([bare.id]);
    expect(await found(`${q}&archived=true`)).toEqual([tiktok.id]);
  });
});

describe('what a link brought', () => {
  it('is counted by conversation and by lead, each once', async () => {
    const made = await app.link();
    const [conversation, contact] = [newId(), newId()];
    await app.sql.rows('insert into contact (id, created_at, updated_at) values ($1, now(), now())', [contact]);
    for (let n = 0; n < 3; n += 1)
      await app.sql.rows(
        `insert into attribution (message_id, conversation_id, contact_id, source, network, link_id, at) values ($1, $2, $3, 'link', 'facebook', $4, now())`,
        [newId(), n < 2 ? conversation : newId(), contact, made.id],
      );
    const [one, other] = [newId(), newId()];
    const links = app.get(Links, { strict: false });
    await links.keepOutcomes([
      { dealId: one, linkId: made.id, won: false },
      { dealId: other, linkId: made.id, won: false },
    ]);
    await links.keepOutcomes([
      { dealId: one, linkId: made.id, won: false },
      { dealId: one, linkId: made.id, won: true },
    ]);
    expect((await app.call<LinkView>('GET', `/links/${made.id}`)).body.totals).toEqual({
      clicks: 0,
      conversations: 2,
      leads: 2,
      won: 1,
    });
    expect((await app.call('DELETE', `/links/${made.id}`)).body).toEqual({ outcome: 'archived' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { type LinkApp, startLinkApp } from '../testing/link-app.js';
import type { LinkView } from './link-view.js';

let app: LinkApp;
beforeAll(async () => {
  app = await startLinkApp();
});
afterAll(() => app.close());

describe('/links', () => {
  it('makes one for each network, filled in by itself', async () => {
    const { body } = await app.call<{ data: LinkView[] }>('POST', '/links', {
      itemId: app.itemId,
      name: 'Facebook Ads – Villa Marina',
      networks: ['facebook', 'google'],
      channelId: app.channelId,
      utm: { term: 'casas' },
    });
    expect(body.data.map((one) => [one.network, one.utm.medium])).toEqual([
      ['facebook', 'social'],
      ['google', 'cpc'],
    ]);
    expect(body.data[0]).toMatchObject({
      item: { id: app.itemId, sku: 'VM-1' },
      channel: { id: app.channelId, address: '+593 99 000 0001' },
      active: true,
      totals: { clicks: 0, conversations: 0, leads: 0, won: 0 },
      utm: { source: 'facebook', campaign: 'facebook-ads-villa-marina', content: 'VM-1', term: 'casas' },
    });
    expect(body.data[0]?.taggedUrl).toContain('utm_campaign=facebook-ads-villa-marina');
  });

  it('refuses a second of the same item, network and name by its field, and makes none of the others', async () => {
    const made = await app.link({ name: 'Doble' });
    const { status, body } = await app.call('POST', '/links', {
      itemId: app.itemId,
      name: 'Doble',
      networks: ['tiktok', 'facebook'],
      channelId: app.channelId,
    });
    expect([status, body]).toMatchObject([409, { code: 'duplicate_link', errors: [{ path: '/name' }] }]);
    const { body: list } = await app.call<{ data: LinkView[] }>('GET', `/links?q=doble`);
    expect(list.data.map((one) => one.id)).toEqual([made.id]);
  });

  it.each([
    ['/channelId', { channelId: newId() }],
    ['/itemId', { itemId: newId() }],
    ['/networks', { networks: ['orkut'] }],
    ['/name', { name: '  ' }],
    ['/slug', { slug: 'mine' }],
  ])('names what is wrong: %s', async (path, over) => {
    const { status, body } = await app.call('POST', '/links', {
      itemId: app.itemId,
      name: `N ${newId()}`,
      networks: ['qr'],
      channelId: app.channelId,
      ...over,
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body['errors'])).toContain(path);
  });

  it('refuses a stale change, and lists by page', async () => {
    const made = await app.link();
    const first = await app.call(
      'PATCH',
      `/links/${made.id}`,
      { message: 'Nuevo' },
      { 'if-match': `"${made.version}"` },
    );
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"']);
    expect(
      (await app.call('PATCH', `/links/${made.id}`, { message: 'Otro' }, { 'if-match': `"${made.version}"` })).status,
    ).toBe(412);
    const page = await app.call<{ data: LinkView[]; nextCursor: string }>('GET', '/links?limit=2');
    const next = await app.call<{ data: LinkView[] }>('GET', `/links?limit=2&cursor=${page.body.nextCursor}`);
    expect(new Set([...page.body.data, ...next.body.data].map((one) => one.id)).size).toBe(4);
  });

  it('archives what has history and deletes what has none', async () => {
    const [used, unused] = [await app.link(), await app.link()];
    await app.open(used.slug);
    expect((await app.call('DELETE', `/links/${used.id}`)).body).toEqual({ outcome: 'archived' });
    expect((await app.call('DELETE', `/links/${unused.id}`)).body).toEqual({ outcome: 'deleted' });
    expect((await app.call<LinkView>('GET', `/links/${used.id}`)).body).toMatchObject({
      active: false,
      totals: { clicks: 1 },
    });
    expect((await app.call('GET', `/links/${unused.id}`)).status).toBe(404);
  });

  it('lets nobody in without a key', async () => {
    expect((await app.request({ path: '/links' })).status).toBe(401);
  });
});

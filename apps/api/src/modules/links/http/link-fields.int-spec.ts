import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { type LinkApp, startLinkApp } from '../testing/link-app.js';
import type { LinkView } from './link-view.js';

interface Refused {
  code: string;
  errors?: { path: string }[];
}
let app: LinkApp;
beforeAll(async () => {
  app = await startLinkApp();
});
afterAll(() => app.close());

const pathsOf = ({ errors = [] }: Refused): string[] => [...new Set(errors.map(({ path }) => path))].sort();
const create = (over: object) =>
  app.call<Refused>('POST', '/links', {
    itemId: app.itemId,
    name: `N ${newId()}`,
    networks: ['qr'],
    channelId: app.channelId,
    ...over,
  });
const count = async (): Promise<number> => (await app.sql.rows('select 1 from tracked_link')).length;

describe('making links', () => {
  it('names everything that is missing at once', async () => {
    const { status, body } = await app.call<Refused>('POST', '/links', {});
    expect([status, body.code, pathsOf(body)]).toEqual([
      400,
      'validation_failed',
      ['/channelId', '/name', '/networks'],
    ]);
  });

  it.each([
    ['/name', { name: '' }],
    ['/name', { name: ' \t ' }],
    ['/name', { name: 'x'.repeat(121) }],
    ['/name', { name: 7 }],
    ['/networks', { networks: [] }],
    ['/networks', { networks: ['qr', 'qr'] }],
    ['/networks', { networks: ['qr', 'orkut'] }],
    ['/networks', { networks: 'qr' }],
    ['/networks', { networks: [null] }],
    ['/channelId', { channelId: 'ventas' }],
    ['/channelId', { channelId: newId() }],
    ['/channelId', { channelId: null }],
    ['/itemId', { itemId: 'villa' }],
    ['/itemId', { itemId: newId() }],
    ['/message', { message: 'x'.repeat(701) }],
    ['/message', { message: { text: 'x' } }],
    ['/utm', { utm: 'facebook' }],
    ['/utm/source', { utm: { source: 'x'.repeat(101) } }],
    ['/utm/medium', { utm: { medium: 5 } }],
    ['/utm/id', { utm: { id: 'x' } }],
    ['/slug', { slug: 'abc1234' }],
    ['/destination', { destination: 'https://evil.example' }],
    ['/active', { active: true }],
  ])('refuses %s in %j and makes none', async (path, over) => {
    const before = await count();
    const { status, body } = await create(over);
    expect([status, pathsOf(body)]).toEqual([400, [path]]);
    expect(await count()).toBe(before);
  });

  it('refuses a channel that is switched off', async () => {
    const off = await app.channel({ active: false });
    const { status, body } = await create({ channelId: off });
    expect([status, pathsOf(body)]).toEqual([400, ['/channelId']]);
  });

  it('takes the longest texts that it promises', async () => {
    const { status } = await create({
      name: 'ñ'.repeat(120),
      message: 'm'.repeat(700),
      utm: { campaign: 'c'.repeat(100) },
    });
    expect(status).toBe(201);
  });

  it('makes one for every network at once, in the order asked for, each with a slug of its own', async () => {
    const networks = ['tiktok', 'facebook', 'instagram', 'google', 'website', 'email', 'qr', 'other'];
    const { body } = await app.call<{ data: LinkView[] }>('POST', '/links', {
      name: 'Todas',
      networks,
      channelId: app.channelId,
    });
    expect(body.data.map(({ network }) => network)).toEqual(networks);
    expect(new Set(body.data.map(({ slug }) => slug)).size).toBe(8);
    expect(body.data.every(({ slug, shortUrl }) => shortUrl.endsWith(`/l/${slug}`) && /^[0-9a-z]{7}$/.test(slug))).toBe(
      true,
    );
    expect(body.data.every(({ item }) => item === null)).toBe(true);
  });

  it('makes one of two that are wanted under the same name at the same moment', async () => {
    const name = `Carrera ${newId()}`;
    const answers = await Promise.all(Array.from({ length: 4 }, () => create({ name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await app.sql.rows('select 1 from tracked_link where name = $1', [name])).toHaveLength(1);
  });

  it('allows the name again on another network, another item, or once the first is archived', async () => {
    const name = `Otra ${newId()}`;
    const first = await app.link({ name, networks: ['qr'] });
    expect((await create({ name, networks: ['email'] })).status).toBe(201);
    expect((await create({ name, itemId: null })).status).toBe(201);
    await app.open(first.slug);
    await app.call('DELETE', `/links/${first.id}`);
    expect((await create({ name })).status).toBe(201);
  });

  it('answers the same request with the same key once', async () => {
    const key = { 'idempotency-key': newId() };
    const wanted = { name: `Clave ${newId()}`, networks: ['qr'], channelId: app.channelId };
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => app.call<{ data: LinkView[] }>('POST', '/links', wanted, key)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.data[0]?.id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(2);
    const other = await app.call<Refused>('POST', '/links', { ...wanted, name: 'Otra' }, key);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency_key_reused']);
  });
});

describe('changing a link', () => {
  it.each([
    ['/name', { name: '' }],
    ['/name', { name: null }],
    ['/channelId', { channelId: newId() }],
    ['/channelId', { channelId: null }],
    ['/active', { active: null }],
    ['/active', { active: 'yes' }],
    ['/archived', { archived: true }],
    ['/archived', { archived: null }],
    ['/message', { message: 5 }],
    ['/utm', { utm: null }],
    ['/utm', { utm: 'x' }],
    ['/slug', { slug: 'abc1234' }],
    ['/itemId', { itemId: null }],
    ['/network', { network: 'qr' }],
  ])('refuses %s in %j and changes nothing', async (path, change) => {
    const made = await app.link();
    const { status, body } = await app.call<Refused>('PATCH', `/links/${made.id}`, change);
    expect([status, pathsOf(body)]).toEqual([400, [path]]);
    expect((await app.call<LinkView>('GET', `/links/${made.id}`)).body).toEqual(made);
  });

  it('leaves every parameter that is not named as it was', async () => {
    const made = await app.link({ utm: { campaign: 'noviembre', term: 'casas' } });
    const { body } = await app.call<LinkView>('PATCH', `/links/${made.id}`, { utm: { term: null, content: 'banner' } });
    expect(body.utm).toEqual({ ...made.utm, term: null, content: 'banner' });
    expect(body.taggedUrl).toContain('utm_campaign=noviembre');
    expect(body.taggedUrl).not.toContain('utm_term');
  });

  it.each([[''], [' '], [null]])(
    'fills a parameter that is emptied with %j in by itself, as at the beginning',
    async (empty) => {
      const made = await app.link({
        name: `Feria ${newId()}`,
        networks: ['email'],
        utm: { source: 'boletin', medium: 'x', campaign: 'y' },
      });
      const { body } = await app.call<LinkView>('PATCH', `/links/${made.id}`, {
        utm: { source: empty, medium: empty, campaign: empty },
      });
      expect(body.utm).toMatchObject({ source: 'email', medium: 'email', campaign: expect.stringMatching(/^feria-/) });
    },
  );

  it('writes into the audit only the fields that were sent', async () => {
    const made = await app.link();
    await app.call('PATCH', `/links/${made.id}`, { active: false, message: 'Hola' });
    const rows = await app.sql.rows(`select detail from audit_entry where action = 'link.changed' and target_id = $1`, [
      made.id,
    ]);
    expect(rows).toEqual([{ detail: { fields: ['active', 'message'] } }]);
  });

  it('goes back to the standard words', async () => {
    const made = await app.link({ message: 'Hola {item}' });
    expect(made.messagePreview).toBe('Hola Villa Marina (ref K7Q2MX)');
    const { body } = await app.call<LinkView>('PATCH', `/links/${made.id}`, { message: null });
    expect([body.message, body.messagePreview]).toEqual([
      null,
      'Hola, quiero información sobre Villa Marina (ref K7Q2MX)',
    ]);
  });

  it('refuses a name that another link of the item has on this network', async () => {
    const [one, other] = [await app.link(), await app.link()];
    const { status, body } = await app.call<Refused>('PATCH', `/links/${one.id}`, { name: other.name });
    expect([status, body.code]).toEqual([409, 'duplicate_link']);
  });

  it('lets one of several writers of one version through', async () => {
    const made = await app.link();
    const write = (message: string) =>
      app.call('PATCH', `/links/${made.id}`, { message }, { 'if-match': `"${made.version}"` });
    const answers = await Promise.all([write('uno'), write('dos'), write('tres')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('finds nothing under ids that are none', async () => {
    expect((await app.call('PATCH', `/links/${newId()}`, { name: 'x' })).status).toBe(404);
    expect((await app.call('DELETE', `/links/${newId()}`)).status).toBe(404);
    expect((await app.call('GET', '/links/nonsense')).status).toBe(400);
    const gone = await app.link();
    await app.call('DELETE', `/links/${gone.id}`);
    expect((await app.call('PATCH', `/links/${gone.id}`, { name: 'x' })).status).toBe(404);
    expect((await app.call('DELETE', `/links/${gone.id}`)).status).toBe(404);
  });
});

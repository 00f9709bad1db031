import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { Sql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids/uuid.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { ApiKeys, AuthHttpModule } from '../../auth/index.js';
import { ItemEditing } from '../../catalogue/index.js';
import { LinksHttpModule } from '../links-http.module.js';
import type { LinkView } from './link-view.js';

const CHANNEL = newId();
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

let host: TestApp;
let sql: Sql;
let bearer: Record<string, string>;
let itemId: string;
let visitors = 0;
/** Counters outlive a run: each has a network of its own. */
const network = `10.${randomInt(256)}.${randomInt(256)}`;

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, LinksHttpModule]);
  sql = host.get(Sql);
  const { key } = await host
    .get(ApiKeys, { strict: false })
    .create('system', { name: 'test', scopes: ['links:read', 'links:write'] });
  bearer = { authorization: `Bearer ${key}` };
  itemId = (
    await host.get(ItemEditing, { strict: false }).create('system', {
      kind: 'property',
      sku: 'VM-1',
      name: 'Villa "Marina" <b>',
      category: 'casas',
      description: 'Frente al mar',
      priceRetail: { amount: 1, currency: 'USD' },
      images: ['https://cdn.example/a.jpg'],
    })
  ).id;
  await sql.rows(
    `insert into channel (id, kind, name, address, display_address, base_url, credentials, country, sandbox, rate, created_at, updated_at)
     values ($1, 'whatsapp_cloud', 'Ventas', '100200300', '+593 99 000 0001', 'http://x', $2, 'EC', true, 80, $3, $3)`,
    [CHANNEL, host.get(Encryption).encrypt('{}'), new Date()],
  );
});
afterAll(() => host.close());

const call = <T = Record<string, unknown>>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) => host.request<T>({ method, path, ...(body !== undefined && { body }), headers: { ...bearer, ...headers } });
async function link(over: Record<string, unknown> = {}): Promise<LinkView> {
  const { status, body } = await call<{ data: LinkView[] }>('POST', '/links', {
    itemId,
    name: `Enlace ${newId()}`,
    networks: ['facebook'],
    channelId: CHANNEL,
    ...over,
  });
  expect(status).toBe(201);
  return body.data[0] as LinkView;
}
const open = (slug: string, headers: Record<string, string> = {}, method = 'GET', query = '') =>
  fetch(`${host.origin}/l/${slug}${query}`, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': IPHONE, 'x-forwarded-for': `${network}.${(visitors += 1)}`, ...headers },
  });
const clicks = (id: string) =>
  sql.rows<{ kind: string; claim_code: string | null; utm: unknown }>(
    'select kind, claim_code, utm from link_click where link_id = $1 order by id',
    [id],
  );
async function soon<T>(read: () => Promise<T[]>): Promise<T[]> {
  let rows = await read();
  while (rows.length === 0) rows = await read();
  return rows;
}

describe('GET /l/:slug', () => {
  it('brings a person to the chat with a code, and keeps where they came from', async () => {
    const { id, slug } = await link({ message: 'Hola, vi {item}' });
    const answer = await open(slug, {}, 'GET', '?utm_source=insta&to=https://evil.example');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([302, 'no-store']);
    const to = new URL(answer.headers.get('location') ?? '');
    expect(to.origin + to.pathname).toBe('https://wa.me/593990000001');
    const [click] = await clicks(id);
    expect(to.searchParams.get('text')).toBe(`Hola, vi Villa "Marina" <b> (ref ${click?.claim_code})`);
    expect(click).toMatchObject({ kind: 'human', utm: { source: 'insta' } });
  });

  it('gives the same visitor the same code again', async () => {
    const { id, slug } = await link();
    const same = { 'x-forwarded-for': `${network}.250` };
    const [first, second] = [await open(slug, same), await open(slug.toUpperCase(), same)];
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(await clicks(id)).toHaveLength(1);
  });

  it('shows a chat what to draw, and nobody becomes a lead', async () => {
    const { id, slug } = await link();
    const answer = await open(slug, { 'user-agent': 'WhatsApp/2.23.20.0' });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('<meta property="og:title" content="Villa &quot;Marina&quot; &lt;b&gt;">');
    // Our own copy: whoever reads the preview tells nobody else.
    expect(html).toMatch(
      /<meta property="og:image" content="http:\/\/[^"]+\/api\/v1\/catalogue\/photos\/[0-9a-f]{32}">/,
    );
    expect(await soon(() => clicks(id))).toMatchObject([{ kind: 'preview', claim_code: null }]);
    expect(
      await sql.one('select 1 from outbox where topic = $1 and items::text like $2', ['link.clicked', `%${id}%`]),
    ).toBeUndefined();
  });

  it('answers a browser that loads ahead, and a HEAD, without counting a person', async () => {
    const { id, slug } = await link();
    expect((await open(slug, { 'sec-purpose': 'prefetch;prerender' })).status).toBe(204);
    const head = await open(slug, {}, 'HEAD');
    expect([head.status, head.headers.get('location')]).toEqual([200, null]);
    const kinds = new Set(
      (await soon(async () => ((await clicks(id)).length < 2 ? [] : clicks(id)))).map((click) => click.kind),
    );
    expect(kinds).toEqual(new Set(['prefetch', 'bot']));
  });

  it.each(['zzzzzzz', 'x', '%27%3B--', '..%2f..%2fetc'])('says kindly that %s leads nowhere', async (slug) => {
    const answer = await open(slug, { 'accept-language': 'pt-BR' });
    expect([answer.status, answer.headers.get('location')]).toEqual([404, null]);
    expect(await answer.text()).toContain('Este link não está mais disponível');
  });

  it('closes at once when the link is switched off', async () => {
    const made = await link();
    expect((await open(made.slug)).status).toBe(302);
    await call('PATCH', `/links/${made.id}`, { active: false });
    expect((await open(made.slug)).status).toBe(404);
  });

  it('lets nobody wait for a database that does, and keeps the click once it answers', async () => {
    const { id, slug } = await link();
    await open(slug, { 'user-agent': 'curl/8' });
    const holder = new pg.Client({ connectionString: host.databaseUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('lock table link_click in access exclusive mode');
    const answer = await open(slug);
    const code = /ref (\w+)\)/.exec(new URL(answer.headers.get('location') ?? '').searchParams.get('text') ?? '')?.[1];
    expect([answer.status, code]).toEqual([302, expect.stringMatching(/^\w{6}$/)]);
    await holder.query('rollback');
    await holder.end();
    const [kept] = await soon(async () => (await clicks(id)).filter((click) => click.kind === 'human'));
    expect(kept?.claim_code).toBe(code);
  });

  it('slows one address down', async () => {
    const { slug } = await link();
    const from = { 'x-forwarded-for': `${network}.251`, 'user-agent': 'curl/8' };
    const answers: number[] = [];
    for (let n = 0; n < 121; n += 1) answers.push((await open(slug, from)).status);
    expect([answers.filter((status) => status === 200).length, answers.at(-1)]).toEqual([120, 429]);
  });
});

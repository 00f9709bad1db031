import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { type KeptClick, type LinkApp, startLinkApp } from '../testing/link-app.js';
import type { LinkView } from './link-view.js';

let app: LinkApp;
beforeAll(async () => {
  app = await startLinkApp();
});
afterAll(() => app.close());

const chatOf = (answer: Response): URL => new URL(answer.headers.get('location') ?? '');
const codeOf = (answer: Response): string =>
  /ref (\w{6})\)/.exec(chatOf(answer).searchParams.get('text') ?? '')?.[1] ?? '';
async function kept(linkId: string, count = 1): Promise<KeptClick[]> {
  for (;;) {
    const clicks = await app.clicks(linkId);
    if (clicks.length >= count) return clicks;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('where a link leads', () => {
  it.each([
    '?to=https://evil.example',
    '?url=https://evil.example&redirect=//evil.example',
    '?phone=593000000000',
    '?text=Hola%0d%0aLocation:%20https://evil.example',
    '?utm_source=%0d%0aSet-Cookie:%20a=b',
    '?utm_campaign=https://evil.example/%3Cscript%3E',
    '?__proto__[to]=https://evil.example',
    '?utm_source=a&utm_source=b',
    `?x=${'a'.repeat(5000)}`,
  ])('is its own chat, whatever is asked: %s', async (query) => {
    const { slug } = await app.link();
    const answer = await app.open(slug, {}, query);
    expect(answer.status).toBe(302);
    expect(chatOf(answer).origin + chatOf(answer).pathname).toBe('https://wa.me/593990000001');
    expect([...chatOf(answer).searchParams.keys()]).toEqual(['text']);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it.each<Record<string, string>>([
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example' },
    { referer: 'https://evil.example/' },
    { origin: 'https://evil.example' },
  ])('is not decided by %j', async (headers) => {
    const { slug } = await app.link();
    expect(chatOf(await app.open(slug, headers)).host).toBe('wa.me');
  });

  it('is the account of an Instagram channel, with the code as reference', async () => {
    const instagram = await app.channel({ kind: 'instagram', displayAddress: '@villa.marina' });
    const { id, slug } = await app.link({ channelId: instagram, networks: ['instagram'] });
    const answer = await app.open(slug);
    const [click] = await kept(id);
    expect(answer.headers.get('location')).toBe(`https://ig.me/m/villa.marina?ref=${click?.claim_code}`);
  });

  it.each([
    ['has no number', { displayAddress: null }],
    ['has no real number', { displayAddress: '12' }],
  ])('is nowhere when its channel %s', async (_name, over) => {
    const { slug } = await app.link({ channelId: await app.channel(over) });
    const answer = await app.open(slug);
    expect([answer.status, answer.headers.get('location')]).toEqual([404, null]);
  });

  it('follows a changed message and a changed channel at once', async () => {
    const made = await app.link({ message: 'Hola {sku}' });
    expect(chatOf(await app.open(made.slug)).searchParams.get('text')).toMatch(/^Hola VM-1 \(ref/);
    const other = await app.channel({ displayAddress: '+593 99 000 0002' });
    await app.call('PATCH', `/links/${made.id}`, { message: 'Buenas', channelId: other });
    const chat = chatOf(await app.open(made.slug));
    expect([chat.pathname, chat.searchParams.get('text')]).toEqual([
      '/593990000002',
      expect.stringMatching(/^Buenas \(ref \w{6}\)$/),
    ]);
  });

  it('is nowhere once it is archived', async () => {
    const made = await app.link();
    await app.open(made.slug);
    await app.call('DELETE', `/links/${made.id}`);
    expect((await app.open(made.slug)).status).toBe(404);
  });
});

describe('what is kept of a visit', () => {
  it('is where it came from, never who it was', async () => {
    const { id, slug } = await app.link();
    await app.open(slug, {
      referer: 'https://l.facebook.com/l.php?u=secret&email=ana@example.com',
      'x-forwarded-for': '190.15.20.77',
    });
    const [click] = await kept(id);
    expect(click).toMatchObject({ kind: 'human', referrer_host: 'l.facebook.com', agent_family: 'safari', utm: null });
    const row = await app.sql.one<{ row: string }>(
      'select row_to_json(c)::text as row from link_click c where link_id = $1',
      [id],
    );
    for (const told of ['190.15.20', 'iPhone', 'ana@example.com', 'secret']) expect(row?.row).not.toContain(told);
  });

  it('is one click for a visitor who comes back, and another for somebody else on the same network', async () => {
    const { id, slug } = await app.link();
    const me = { 'x-forwarded-for': '190.15.21.5' };
    const codes = [
      codeOf(await app.open(slug, me)),
      codeOf(await app.open(slug, me)),
      codeOf(await app.open(slug, { ...me, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/127.0' })),
    ];
    expect([codes[0] === codes[1], codes[1] === codes[2]]).toEqual([true, false]);
    expect(await kept(id, 2)).toHaveLength(2);
  });

  it('is one click of a visitor who taps many times at once', async () => {
    const { id, slug } = await app.link();
    const me = { 'x-forwarded-for': '190.15.22.5' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => app.open(slug, me)));
    expect(new Set(answers.map(codeOf)).size).toBe(1);
    expect(await kept(id)).toHaveLength(1);
  });

  it('is another click once the first was claimed', async () => {
    const { id, slug } = await app.link();
    const me = { 'x-forwarded-for': '190.15.23.5' };
    const first = codeOf(await app.open(slug, me));
    await app.sql.rows('update link_click set claimed_at = now(), claimed_by_message = $2 where link_id = $1', [
      id,
      newId(),
    ]);
    expect(codeOf(await app.open(slug, me))).not.toBe(first);
  });

  it('is another click on another link', async () => {
    const [one, other] = [await app.link(), await app.link()];
    const me = { 'x-forwarded-for': '190.15.24.5' };
    expect(codeOf(await app.open(one.slug, me))).not.toBe(codeOf(await app.open(other.slug, me)));
  });

  it('is told once to whoever listens, with ids alone', async () => {
    const { id, slug } = await app.link();
    await app.open(slug);
    const [click] = await kept(id);
    const [told] = await app.sql.rows<{ items: unknown[] }>(
      `select items from outbox where topic = 'link.clicked' and items::text like $1`,
      [`%${id}%`],
    );
    expect(told?.items).toEqual([
      {
        clickId: click?.id,
        linkId: id,
        itemId: app.itemId,
        network: 'facebook',
        channelId: app.channelId,
        human: true,
        at: expect.any(String),
      },
    ]);
  });
});

describe('those who only look', () => {
  it.each([
    ['WhatsApp/2.24.1 A', 'preview'],
    ['facebookexternalhit/1.1', 'preview'],
    ['TelegramBot (like TwitterBot)', 'preview'],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'bot'],
    ['curl/8.5.0', 'bot'],
  ])('%s gets a page and no code', async (agent, kind) => {
    const { id, slug } = await app.link();
    const answer = await app.open(slug, { 'user-agent': agent });
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
    expect(await answer.text()).toContain('<meta property="og:title" content="Villa Marina">');
    expect(await kept(id)).toMatchObject([{ kind, claim_code: null }]);
  });

  it.each<Record<string, string>>([
    { 'sec-purpose': 'prefetch' },
    { purpose: 'preview' },
    { 'x-moz': 'prefetch' },
    { 'x-purpose': 'preview' },
  ])('a browser that loads ahead (%j) gets nothing', async (headers) => {
    const { id, slug } = await app.link();
    const answer = await app.open(slug, headers);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(await kept(id)).toMatchObject([{ kind: 'prefetch', claim_code: null }]);
  });

  it('are not among the clicks that a link counts', async () => {
    const { id, slug } = await app.link();
    await app.open(slug, { 'user-agent': 'WhatsApp/2.24.1 A' });
    await app.open(slug, { purpose: 'prefetch' });
    await app.open(slug);
    await kept(id, 3);
    expect((await app.call<LinkView>('GET', `/links/${id}`)).body.totals).toEqual({
      clicks: 1,
      conversations: 0,
      leads: 0,
      won: 0,
    });
  });

  it('see neither markup nor a picture that is not public', async () => {
    await app.sql.rows(`update catalogue_item set name = $2 where id = $1`, [app.itemId, '<script>alert(1)</script>']);
    const { slug } = await app.link({ name: newId() });
    const html = await (await app.open(slug, { 'user-agent': 'WhatsApp/2.24.1 A' })).text();
    expect(html).not.toContain('<script');
    await app.sql.rows(`update catalogue_item set name = 'Villa Marina' where id = $1`, [app.itemId]);
  });
});

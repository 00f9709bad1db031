import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { channelOf, sells } from './testing/catalogue.js';
import { conversationWith, type Message, messagesOf } from './testing/conversation.js';
import { newPhone } from './testing/customer.js';
import { openStage, type Person, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

interface Link {
  id: string;
  shortUrl: string;
  network: string;
  taggedUrl: string;
  totals: { clicks: number; conversations: number; leads: number };
}

interface Lead {
  id: string;
  anonymous: boolean;
  contact: { name: string; phone: string | null } | null;
  item: { id: string } | null;
  state: string;
  source: { kind: string; network: string | null; linkId: string | null };
  assignee: { id: string } | null;
  conversationId: string | null;
  firstMessageAt: string | null;
}

const BROWSER = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36',
  accept: 'text/html',
};
const NETWORKS = ['facebook', 'instagram', 'google', 'website'] as const;

let stage: Stage;
let tomas: Person;
let item: { id: string };
let links: Link[];
beforeAll(async () => {
  stage = await openStage();
  tomas = await stage.person('Tomás Rivas', 'marketing');
  item = await sells(stage.admin, { sku: 'LAP-14', name: 'Laptop Andina 14', amount: 59_900, stock: 6 });
  const made = await tomas.send<{ data: Link[] }>('POST', '/links', {
    itemId: item.id,
    name: 'Anuncio de noviembre',
    networks: NETWORKS,
    channelId: (await channelOf(stage.admin)).id,
  });
  if (made.status !== 201) throw new Error(`${made.status} ${made.text}`);
  links = made.body.data;
}, 240_000);
afterAll(() => stage?.close(), 30_000);

const link = (network: string): Link => {
  const found = links.find((one) => one.network === network);
  if (!found) throw new Error(`no link for ${network}`);
  return found;
};
const leads = async (filter = ''): Promise<Lead[]> =>
  (await stage.admin.get<{ data: Lead[] }>(`/leads?limit=100${filter}`)).body.data;
const leadOf = (name: string): Promise<Lead> =>
  until(`a lead of ${name}`, async () => (await leads()).find(({ contact }) => contact?.name === name));

describe('a link for each network', () => {
  it('has a code of its own and says in its address where it was published', () => {
    expect(new Set(links.map(({ shortUrl }) => shortUrl)).size).toBe(NETWORKS.length);
    for (const network of NETWORKS)
      expect(new URL(link(network).taggedUrl).searchParams.get('utm_source')).toBe(network);
  });

  it('opens the chat with the number of the business and words that carry a code', async () => {
    const answer = await fetch(link('facebook').shortUrl, { redirect: 'manual', headers: BROWSER });
    expect(answer.status).toBe(302);
    const chat = new URL(answer.headers.get('location') ?? '');
    expect(chat.origin + chat.pathname).toBe('https://wa.me/15550001234');
    expect(chat.searchParams.get('text')).toMatch(/Laptop Andina 14.*\(ref [0-9A-Z]{6}\)$/);
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  it('gives every visitor a code of their own, which they keep', async () => {
    const codeFor = async (browser: string): Promise<string | undefined> => {
      const answer = await fetch(link('google').shortUrl, {
        redirect: 'manual',
        headers: { ...BROWSER, 'user-agent': `${BROWSER['user-agent']} ${browser}` },
      });
      return /\(ref ([0-9A-Z]{6})\)/.exec(
        new URL(answer.headers.get('location') ?? '').searchParams.get('text') ?? '',
      )?.[1];
    };
    const codes = await Promise.all(['EdgA/126', 'OPR/80', 'Vivaldi/6'].map(codeFor));
    expect(codes.every(Boolean)).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
    expect(await codeFor('OPR/80')).toBe(codes[1]);
  });

  it('is not there for a code that nobody has', async () => {
    const answer = await fetch(`${stage.origin}/l/zzzzzzz`, { redirect: 'manual', headers: BROWSER });
    expect(answer.status).toBe(404);
  });
});

describe('from the click to the lead', () => {
  it.each(NETWORKS)('the network %s stays with the lead, and its item, and the conversation', async (network) => {
    const [phone, name] = [newPhone(), `Cliente de ${network}`];
    const words = await stage.provider.click(phone, name, link(network).shortUrl);
    await stage.provider.write(phone, name, { type: 'text', text: words });
    const lead = await leadOf(name);
    expect(lead).toMatchObject({
      anonymous: false,
      state: 'new',
      item: { id: item.id },
      source: { kind: 'link', network, linkId: link(network).id },
      firstMessageAt: expect.any(String),
    });
    expect(lead.contact?.phone?.replaceAll(/\D/g, '')).toBe(phone);
    const conversation = await conversationWith(stage.admin, phone);
    expect(lead.conversationId).toBe(conversation.id);
    expect((await leads(`&network=${network}&state=new`)).map(({ id }) => id)).toContain(lead.id);
  });

  it('the click counts, and counts as what it became', async () => {
    const before = (await stage.admin.get<Link>(`/links/${link('instagram').id}`)).body.totals;
    const [phone, name] = [newPhone(), 'Otra de Instagram'];
    const words = await stage.provider.click(phone, name, link('instagram').shortUrl);
    await stage.provider.write(phone, name, { type: 'text', text: words });
    await leadOf(name);
    const after = await until('the counts', async () => {
      const { totals } = (await stage.admin.get<Link>(`/links/${link('instagram').id}`)).body;
      return totals.leads > before.leads && totals;
    });
    expect(after).toMatchObject({
      clicks: before.clicks + 1,
      conversations: before.conversations + 1,
      leads: before.leads + 1,
    });
  });

  it('a second message of the same customer is the same lead; the code is not theirs to use twice', async () => {
    const [phone, name, other] = [newPhone(), 'Dos veces', newPhone()];
    const words = await stage.provider.click(phone, name, link('website').shortUrl);
    await stage.provider.write(phone, name, { type: 'text', text: words });
    const lead = await leadOf(name);
    await stage.provider.write(phone, name, { type: 'text', text: '¿Siguen ahí?' });
    await stage.provider.write(other, 'Copió el texto', { type: 'text', text: words });
    const copied = await leadOf('Copió el texto');
    expect(copied.id).not.toBe(lead.id);
    expect((await leads()).filter(({ contact }) => contact?.name === name)).toHaveLength(1);
  });

  it('who writes without a click is never dropped: a direct lead', async () => {
    const phone = newPhone();
    await stage.provider.write(phone, 'Sin enlace', { type: 'text', text: 'Hola, ¿qué venden?' });
    expect(await leadOf('Sin enlace')).toMatchObject({ source: { kind: 'direct', linkId: null }, state: 'new' });
  });

  it('a code that nobody knows is only text', async () => {
    const phone = newPhone();
    await stage.provider.write(phone, 'Código inventado', { type: 'text', text: 'Hola (ref ZZZZZ9)' });
    expect(await leadOf('Código inventado')).toMatchObject({ source: { kind: 'direct' } });
  });
});

describe('a lead', () => {
  it('is noticed, given to an advisor and moved on, and its history says by whom', async () => {
    const lucia = await stage.person('Lucía Benítez', 'supervisor');
    const paula = await stage.person('Paula Mendoza', 'advisor');
    const phone = newPhone();
    await stage.provider.write(phone, 'Un lead nuevo', { type: 'text', text: 'Hola' });
    const lead = await leadOf('Un lead nuevo');
    await until('a notice of the new lead', async () =>
      (await lucia.get<{ data: { link: string | null }[] }>('/notifications')).body.data.some((notice) =>
        notice.link?.includes(lead.id),
      ),
    );
    expect((await lucia.send('POST', `/leads/${lead.id}/assign`, { assigneeId: paula.id })).status).toBe(200);
    expect((await paula.send('PATCH', `/leads/${lead.id}`, { state: 'qualified' })).status).toBe(200);
    const lost = await paula.send<{ code: string }>('PATCH', `/leads/${lead.id}`, { state: 'lost' });
    expect([lost.status, lost.body.code]).toEqual([expect.any(Number), expect.any(String)]);
    expect(lost.status).toBeGreaterThanOrEqual(400);
    expect((await paula.get<Lead>(`/leads/${lead.id}`)).body).toMatchObject({
      state: 'qualified',
      assignee: { id: paula.id },
    });
    const { data } = (
      await paula.get<{ data: { kind?: string; type?: string; by?: { name: string } }[] }>(`/leads/${lead.id}/events`)
    ).body;
    expect(JSON.stringify(data)).toContain('Lucía Benítez');
    expect(JSON.stringify(data)).toContain('Paula Mendoza');
  });

  it('does not exist for nobody and for who may not see it', async () => {
    const [some] = await leads();
    expect((await fetch(`${stage.origin}/api/v1/leads/${some?.id}`)).status).toBe(401);
    expect((await fetch(`${stage.origin}/api/v1/leads`)).status).toBe(401);
  });

  it('has the words of its conversation, as the customer wrote them', async () => {
    const lead = (await leads()).find(({ contact }) => contact?.name === 'Cliente de facebook');
    const thread: Message[] = await messagesOf(stage.admin, lead?.conversationId ?? '');
    expect(thread.find(({ direction }) => direction === 'in')?.text).toContain('Laptop Andina 14');
  });
});

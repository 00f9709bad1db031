import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Bench } from '../testing/bench.js';

const MARIA = '593991112201';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

interface Thread {
  customer: Record<string, unknown>;
  messages: Record<string, unknown>[];
}
const thread = async (id = MARIA): Promise<Thread> => (await bench.get<Thread>(`/phone/customers/${id}/thread`)).body;
const lastWire = (): Record<string, unknown> | undefined => bench.product.messages().at(-1);

describe('customers', () => {
  it('are made with a phone or with a username only', async () => {
    expect(await bench.post('/phone/customers', { name: 'Ana', phone: '+593 99 700 1122' })).toMatchObject({
      status: 201,
      body: { id: '593997001122', phone: '+593997001122', windowOpen: false },
    });
    const { body } = await bench.post<{ id: string }>('/phone/customers', { name: 'Sam', username: 'sam.r' });
    expect(body).toMatchObject({ phone: null, username: '@sam.r', id: expect.stringMatching(/^EC\./) });
    await bench.write(body.id);
    expect(bench.product.webhooks[0]?.changes[0]?.value).toMatchObject({
      contacts: [{ profile: { name: 'Sam', username: '@sam.r' }, user_id: body.id }],
    });
    expect(lastWire()).not.toHaveProperty('from');
    expect(lastWire()).toMatchObject({ from_user_id: body.id });
  });

  it.each([{ name: 'x' }, { name: '', phone: '593991' }, { name: 'x', phone: 'hola' }, { phone: '593997001122' }])(
    'are not made of %j',
    async (json) => {
      expect((await bench.post('/phone/customers', json)).status).toBe(400);
    },
  );

  it('are listed, the latest chat first', async () => {
    await bench.write('5511987654321');
    const { body } = await bench.get<{ data: { id: string; lastMessage: object | null; windowOpen: boolean }[] }>(
      '/phone/customers',
    );
    expect(body.data[0]).toMatchObject({
      id: '5511987654321',
      windowOpen: true,
      lastMessage: { preview: 'hola', direction: 'sent' },
    });
    expect((await bench.get('/phone/customers/593000000/thread')).status).toBe(404);
    expect((await bench.write('593000000')).status).toBe(404);
  });
});

describe('a chat', () => {
  it('shows buttons of the business and answers with a tap', async () => {
    await bench.write(MARIA);
    const rows = { title: 'Hoy', rows: [{ id: 'r1', title: '10:00', description: 'con Ana' }] };
    await bench.sendText(MARIA, {
      type: 'interactive',
      text: undefined,
      interactive: {
        type: 'list',
        body: { text: '¿Cuándo?' },
        footer: { text: 'pie' },
        action: { button: 'Ver horas', sections: [rows] },
      },
    });
    const bubble = (await thread()).messages[1];
    expect(bubble).toMatchObject({
      text: '¿Cuándo?',
      footer: 'pie',
      listLabel: 'Ver horas',
      actions: [{ kind: 'row', id: 'r1', title: '10:00', section: 'Hoy' }],
    });
    await bench.write(MARIA, { type: 'list', messageId: bubble?.id, id: 'r1' });
    expect(lastWire()).toMatchObject({
      context: { from: '593990000001', id: bubble?.id },
      interactive: { type: 'list_reply', list_reply: { id: 'r1', title: '10:00', description: 'con Ana' } },
    });
  });

  it('answers a template by its payload', async () => {
    const { body } = await bench.graph<{ messages: { id: string }[] }>('/100200300/messages', {
      messaging_product: 'whatsapp',
      to: MARIA,
      type: 'template',
      template: {
        name: 'hola_de_nuevo',
        language: { code: 'es' },
        components: [
          { type: 'button', sub_type: 'quick_reply', index: 0, parameters: [{ type: 'payload', payload: 'seguir:1' }] },
        ],
      },
    });
    await bench.write(MARIA, { type: 'button', messageId: body.messages[0]?.id, title: 'Sí, sigamos' });
    expect(lastWire()).toMatchObject({
      type: 'button',
      button: { payload: 'seguir:1', text: 'Sí, sigamos' },
      context: { id: body.messages[0]?.id },
    });
  });

  it('quotes, forwards, comes from ads', async () => {
    const first = await bench.write(MARIA);
    await bench.write(MARIA, { type: 'text', text: 'a', replyTo: first.body.id });
    expect(lastWire()).toMatchObject({ context: { id: first.body.id } });
    await bench.write(MARIA, { type: 'text', text: 'b', forwarded: true });
    expect(lastWire()).toMatchObject({ context: { forwarded: true } });
    await bench.write(MARIA, { type: 'text', text: 'c', referral: { source_id: '777' } });
    expect(lastWire()).toMatchObject({
      referral: { source_id: '777', source_type: 'ad', ctwa_clid: expect.any(String) },
    });
  });

  it('reacts, edits and deletes in place', async () => {
    const { body } = await bench.write(MARIA, { type: 'text', text: 'ola' });
    await bench.write(MARIA, { type: 'edit', messageId: body.id, text: 'hola' });
    await bench.write(MARIA, { type: 'reaction', messageId: body.id, emoji: '👍' });
    await bench.write(MARIA, { type: 'revoke', messageId: body.id });
    expect((await thread()).messages).toEqual([
      expect.objectContaining({ text: 'hola', edited: true, deleted: true, reactions: { mine: '👍', theirs: null } }),
    ]);
    expect(bench.product.messages().map(({ type }) => type)).toEqual(['text', 'edit', 'reaction', 'revoke']);
  });

  it('shows the reaction of the business on the bubble', async () => {
    const { body } = await bench.write(MARIA);
    await bench.sendText(MARIA, { type: 'reaction', text: undefined, reaction: { message_id: body.id, emoji: '🙏' } });
    expect((await thread()).messages).toEqual([expect.objectContaining({ reactions: { mine: null, theirs: '🙏' } })]);
  });

  it('knows what became of each webhook', async () => {
    bench.product.answers = [500];
    const { body } = await bench.write(MARIA);
    expect(body.webhook).toMatchObject({ outcome: 'retrying', status: 500 });
    await bench.product.until(() => bench.product.webhooks.length === 2);
    await bench.write(MARIA, { type: 'text', text: 'x' });
    expect((await thread()).messages[1]).toMatchObject({
      status: 'delivered',
      webhook: { outcome: 'acknowledged', attempts: 1, status: 200 },
    });
  });

  it('sends a webhook twice, or after the next one', async () => {
    await bench.write(MARIA, { type: 'text', text: 'dos', options: { duplicate: true } });
    await bench.product.until(() => bench.product.messages().length === 2);
    await bench.post(`/phone/customers/${MARIA}/messages`, {
      type: 'text',
      text: 'primero',
      options: { outOfOrder: true },
    });
    await bench.write(MARIA, { type: 'text', text: 'segundo' });
    await bench.product.until(() => bench.product.messages().length === 4);
    expect(bench.product.messages().map(({ text }) => (text as { body: string }).body)).toEqual([
      'dos',
      'dos',
      'segundo',
      'primero',
    ]);
  });
});

describe('a tracked link', () => {
  const chat = 'https://wa.me/593990000001?text=Hola%2C%20me%20interesa%20la%20oferta%20(ref%20K7Q2MX)';
  const click = (url: string, send = false) => bench.post(`/phone/customers/${MARIA}/click`, { url, send });

  it('is opened as a phone does, up to the door of WhatsApp', async () => {
    const agents: string[] = [];
    bench.product.pages = (request, response) => {
      agents.push(`${request.url} ${String(request.headers['user-agent'])}`);
      response.writeHead(302, { location: chat }).end();
      return true;
    };
    expect((await click(`${bench.product.url}/l/abc?utm_source=ig`)).body).toEqual({
      status: 302,
      location: chat,
      phone: '593990000001',
      text: 'Hola, me interesa la oferta (ref K7Q2MX)',
    });
    expect(agents).toEqual([expect.stringMatching(/^\/l\/abc\?utm_source=ig Mozilla.*Android.*Mobile/)]);
  });

  it('is read from a page in between, and sent when asked to', async () => {
    bench.product.pages = (_request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<a href="${chat.replace('?', '?a=1&amp;')}">Abrir</a>`);
      return true;
    };
    expect((await click('/l/abc', true)).body).toMatchObject({
      text: expect.stringContaining('K7Q2MX'),
      message: { type: 'text' },
    });
    await bench.product.until(() => bench.product.messages().length === 1);
    expect(lastWire()).toMatchObject({ text: { body: 'Hola, me interesa la oferta (ref K7Q2MX)' } });
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'https://evil.example.com/l/x',
    '//evil.example.com/l/x',
    'http://evil.example.com//other.example.com/x',
  ])('asks nobody but the product for %s', async (url) => {
    const asked: string[] = [];
    bench.product.pages = (request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(302, { location: 'https://elsewhere.example.com/' }).end();
      return true;
    };
    expect((await click(url)).body).toMatchObject({
      status: 302,
      location: 'https://elsewhere.example.com/',
      text: null,
    });
    expect(asked).toHaveLength(1);
  });

  it('does not follow what is no address', async () => {
    expect((await click('javascript:alert(1)')).body).toMatchObject({ status: 0, text: null });
  });
});

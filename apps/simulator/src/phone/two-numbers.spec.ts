import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer, Bench } from '../testing/bench.js';
import type { ProductStub } from '../testing/product-stub.js';
import { DEMO, SHOP, SHOP_ACCOUNT, startTwoNumbers, type TwoNumbers } from '../testing/two-numbers.js';

const MARIA = '593991112201';
const DAY = 86_400_000;

type Sent = Answer<{ messages: { id: string }[]; error: { code: number } }>;
type Thread = {
  messages: { id: string; direction: string }[];
  customer: { number: string; windowOpen: boolean; unread: number };
};

let pair: TwoNumbers;
let bench: Bench;
let shop: ProductStub;
beforeAll(async () => {
  pair = await startTwoNumbers();
  ({ bench, shop } = pair);
});
beforeEach(() => pair.reset());
afterAll(() => pair.close());

const as = (token: string) => ({ authorization: `Bearer ${token}` });
const send = (number: string, token: string, over: object = {}): Promise<Sent> =>
  bench.post(
    `/v25.0/${number}/messages`,
    { messaging_product: 'whatsapp', to: MARIA, type: 'text', text: { body: 'Hola' }, ...over },
    as(token),
  );
const thread = async (number?: string): Promise<Thread> =>
  (await bench.get<Thread>(`/phone/customers/${MARIA}/thread${number === undefined ? '' : `?number=${number}`}`)).body;

describe('two numbers', () => {
  it('are listed, the primary one told apart, without secrets', async () => {
    const { body } = await bench.get<{ data: object[] }>('/phone/numbers');
    expect(body.data).toEqual([
      {
        phoneNumberId: SHOP,
        wabaId: SHOP_ACCOUNT,
        displayNumber: '+593 98 000 0002',
        name: 'La Esquina',
        primary: false,
      },
      {
        phoneNumberId: DEMO,
        wabaId: '900800700',
        displayNumber: '+593 99 000 0001',
        name: 'Tienda de prueba',
        primary: true,
      },
    ]);
    expect((await bench.get('/control/state')).body).toMatchObject({ phoneNumberId: DEMO, numbers: body.data });
  });

  it('each get what a customer writes to them, signed with their own secret', async () => {
    await bench.write(MARIA, { type: 'text', text: 'a la demo' });
    await bench.write(MARIA, { type: 'text', text: 'a la tienda', number: SHOP });
    expect(bench.product.messages()).toMatchObject([{ from: MARIA, text: { body: 'a la demo' } }]);
    expect(shop.messages()).toMatchObject([{ from: MARIA, text: { body: 'a la tienda' } }]);
    expect(bench.product.webhooks[0]).toMatchObject({ valid: true, json: { entry: [{ id: '900800700' }] } });
    const [webhook] = shop.webhooks;
    expect(webhook).toMatchObject({ valid: true, json: { entry: [{ id: SHOP_ACCOUNT }] } });
    expect(webhook?.changes[0]?.value).toMatchObject({
      metadata: { phone_number_id: SHOP, display_phone_number: '593980000002' },
    });
  });

  it('hear of their own messages only, in statuses signed with their own secret', async () => {
    await bench.write(MARIA);
    await bench.write(MARIA, { type: 'text', text: 'hola', number: SHOP });
    const ofDemo = (await send(DEMO, 'simulator-token')).body.messages[0]?.id;
    const ofShop = (await send(SHOP, 'shop-token')).body.messages[0]?.id;
    const delivered = (stub: ProductStub): boolean => stub.statuses().some(({ status }) => status === 'delivered');
    await bench.product.until(() => delivered(bench.product));
    await shop.until(() => delivered(shop));
    await bench.post(`/phone/customers/${MARIA}/open`, { number: SHOP });
    await shop.until(() => shop.statuses().some(({ status }) => status === 'read'));
    expect(new Set(bench.product.statuses().map(({ id }) => id))).toEqual(new Set([ofDemo]));
    expect(new Set(shop.statuses().map(({ id }) => id))).toEqual(new Set([ofShop]));
    expect([...bench.product.webhooks, ...shop.webhooks].every(({ valid }) => valid)).toBe(true);
    const named = shop.webhooks.flatMap(({ changes }) =>
      changes.map(({ value }) => ({ ...value }) as { metadata?: unknown }),
    );
    for (const { metadata } of named) expect(metadata).toMatchObject({ phone_number_id: SHOP });
    expect(bench.product.statuses().map(({ status }) => status)).not.toContain('read');
  });

  it('have chats and windows of their own with the same customer', async () => {
    await bench.write(MARIA, { type: 'text', text: 'hola', number: SHOP });
    expect(await send(DEMO, 'simulator-token')).toMatchObject({ status: 400, body: { error: { code: 131047 } } });
    expect((await send(SHOP, 'shop-token')).status).toBe(200);
    expect(await thread()).toMatchObject({ messages: [], customer: { number: DEMO, windowOpen: false, unread: 0 } });
    const { messages, customer } = await thread(SHOP);
    expect(messages.map(({ direction }) => direction)).toEqual(['sent', 'received']);
    expect(customer).toMatchObject({ number: SHOP, windowOpen: true, unread: 1 });
    await bench.post('/control/clock', { advanceMs: 2 * DAY });
    await bench.write(MARIA);
    expect((await send(DEMO, 'simulator-token')).status).toBe(200);
    expect(await send(SHOP, 'shop-token')).toMatchObject({ body: { error: { code: 131047 } } });
  });

  it('do not read each other’s messages', async () => {
    const { body } = await bench.write(MARIA, { type: 'text', text: 'hola', number: SHOP });
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: body.id };
    await bench.post(`/v25.0/${DEMO}/messages`, read, as('simulator-token'));
    expect((await thread(SHOP)).messages).toMatchObject([{ status: 'delivered' }]);
    await bench.post(`/v25.0/${SHOP}/messages`, read, as('shop-token'));
    expect((await thread(SHOP)).messages).toMatchObject([{ status: 'read' }]);
  });

  it('are spoken for by their own token only', async () => {
    expect(await send(SHOP, 'simulator-token')).toMatchObject({
      status: 400,
      body: { error: { code: 100, error_subcode: 33 } },
    });
    expect(await send(SHOP, 'nobody')).toMatchObject({ status: 401, body: { error: { code: 190 } } });
    expect((await bench.get(`/v25.0/${SHOP_ACCOUNT}/message_templates`, as('simulator-token'))).status).toBe(400);
    expect((await bench.get(`/v25.0/${SHOP_ACCOUNT}/phone_numbers`, as('shop-token'))).body).toMatchObject({
      data: [{ id: SHOP, verified_name: 'La Esquina' }],
    });
    expect((await bench.get(`/v25.0/${DEMO}`, as('simulator-token'))).body).toMatchObject({ id: DEMO });
  });

  it('leave their id in the ledger', async () => {
    await bench.write(MARIA);
    await bench.write(MARIA, { type: 'text', text: 'hola', number: SHOP });
    await send(SHOP, 'shop-token');
    await send(DEMO, 'simulator-token');
    const numbers = async (query: string) =>
      (await bench.get<{ entries: { number: string }[] }>(`/ledger${query}`)).body.entries.map(({ number }) => number);
    expect(await numbers('')).toEqual([SHOP, DEMO]);
    expect(await numbers(`?number=${SHOP}`)).toEqual([SHOP]);
  });

  it('keep their files and addresses to themselves', async () => {
    await bench.write(MARIA, { type: 'image', number: SHOP });
    const { id } = shop.messages()[0]?.image as { id: string };
    expect((await bench.get(`/v25.0/${id}`, as('simulator-token'))).status).toBe(400);
    const { body } = await bench.get<{ url: string }>(`/v25.0/${id}`, as('shop-token'));
    expect((await fetch(body.url, { headers: as('simulator-token') })).status).toBe(404);
    expect((await fetch(body.url, { headers: as('shop-token') })).status).toBe(200);
    await bench.write(MARIA);
    expect(await send(DEMO, 'simulator-token', { type: 'image', text: undefined, image: { id } })).toMatchObject({
      body: { error: { code: 100 } },
    });
  });

  it('have templates of their own account, and hear of those only', async () => {
    const made = {
      name: 'solo_tienda',
      language: 'es',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: 'Tu pedido está listo.' }],
    };
    const { body } = await bench.post<{ id: string }>(
      `/v25.0/${SHOP_ACCOUNT}/message_templates`,
      made,
      as('shop-token'),
    );
    await shop.until(() => shop.webhooks.length === 1);
    expect(shop.webhooks[0]).toMatchObject({
      valid: true,
      changes: [{ value: { event: 'APPROVED', message_template_name: 'solo_tienda' } }],
    });
    expect((await bench.get(`/v25.0/${body.id}`, as('simulator-token'))).status).toBe(400);
    const template = { type: 'template', text: undefined, template: { name: 'solo_tienda', language: { code: 'es' } } };
    expect(await send(DEMO, 'simulator-token', template)).toMatchObject({ body: { error: { code: 132001 } } });
    expect((await send(SHOP, 'shop-token', template)).status).toBe(200);
    expect(
      bench.product.webhooks.flatMap(({ changes }) => changes).filter(({ field }) => field !== 'messages'),
    ).toEqual([]);
  });

  it('are heard apart in the feed', async () => {
    const { seq } = (await bench.get<{ seq: number }>('/phone/changes')).body;
    await bench.write(MARIA, { type: 'text', text: 'hola', number: SHOP });
    const numbers = async (query: string) =>
      new Set(
        (await bench.get<{ changes: { number: string }[] }>(`/phone/changes?since=${seq}${query}`)).body.changes.map(
          ({ number }) => number,
        ),
      );
    expect(await numbers('')).toEqual(new Set());
    expect(await numbers(`&number=${SHOP}`)).toEqual(new Set([SHOP]));
    expect(await numbers('&number=all')).toEqual(new Set([SHOP]));
  });

  it('are dialled by tracked links', async () => {
    bench.product.pages = (_request, response) => {
      response.writeHead(302, { location: 'https://wa.me/593980000002?text=Hola%20tienda' }).end();
      return true;
    };
    await bench.post(`/phone/customers/${MARIA}/click`, { url: '/l/aurora', send: true });
    await shop.until(() => shop.messages().length === 1);
    expect(shop.messages()).toMatchObject([{ text: { body: 'Hola tienda' } }]);
    await bench.post(`/phone/customers/${MARIA}/click`, { url: '/l/aurora', send: true, number: DEMO });
    await bench.product.until(() => bench.product.messages().length === 1);
    expect(shop.messages()).toHaveLength(1);
  });

  it('do not show each other their strangers', async () => {
    await send(SHOP, 'shop-token', {
      to: '12025550123',
      type: 'template',
      text: undefined,
      template: { name: 'hola_de_nuevo', language: { code: 'es' } },
    });
    const strangers = async (number: string) =>
      (await bench.get<{ data: { id: string; automatic: boolean }[] }>(`/phone/customers?number=${number}`)).body.data
        .filter(({ automatic }) => automatic)
        .map(({ id }) => id);
    expect(await strangers(SHOP)).toEqual(['12025550123']);
    expect(await strangers(DEMO)).toEqual([]);
  });

  it('prove themselves by their own token, and send raw webhooks as themselves', async () => {
    expect((await bench.post('/control/verify', { number: SHOP })).body).toEqual({ verified: true, status: 200 });
    const changes = [{ field: 'messages', value: { metadata: { phone_number_id: SHOP }, messages: [] } }];
    expect((await bench.post('/control/webhooks', { changes })).body).toMatchObject({ outcome: 'acknowledged' });
    expect(shop.webhooks).toMatchObject([{ valid: true }]);
    await bench.post('/control/webhooks', { changes, number: DEMO });
    expect(bench.product.webhooks).toMatchObject([{ valid: true }]);
  });
});

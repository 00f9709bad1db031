import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { normalizeWebhook } from '@kapso/whatsapp-cloud-api/server';
import { startSimulator } from './simulator.js';
import { Bench } from './testing/bench.js';

const CARLOS = '593982223302';
const HOUR = 3_600_000;

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

describe('a sale from first click to second day', () => {
  it('is played by both sides', async () => {
    bench.product.pages = (_request, response) => {
      response.writeHead(302, { location: 'https://wa.me/593990000001?text=Hola%20(ref%20K7Q2MX)' }).end();
      return true;
    };
    await bench.post(`/phone/customers/${CARLOS}/click`, { url: '/l/aurora', send: true });
    await bench.product.until(() => bench.product.messages().length === 1);
    const first = normalizeWebhook(bench.product.webhooks[0]?.json);
    expect(first.messages[0]).toMatchObject({ from: CARLOS, text: { body: 'Hola (ref K7Q2MX)' } });

    await bench.graph('/100200300/messages', {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: first.messages[0]?.id,
      typing_indicator: { type: 'text' },
    });
    const offer = await bench.sendText(CARLOS, { biz_opaque_callback_data: 'attempt-1' });
    await bench.product.until(() => bench.product.statuses().some(({ status }) => status === 'delivered'));
    await bench.post(`/phone/customers/${CARLOS}/open`, {});
    await bench.product.until(() => bench.product.statuses().some(({ status }) => status === 'read'));
    expect(new Set(bench.product.statuses().map(({ id }) => id))).toEqual(new Set([offer.body.messages[0]?.id]));

    await bench.post('/control/clock', { advanceMs: 25 * HOUR });
    expect(await bench.sendText(CARLOS)).toMatchObject({ status: 400, body: { error: { code: 131047 } } });
    const template = { name: 'hola_de_nuevo', language: { code: 'es' } };
    const again = await bench.sendText(CARLOS, { type: 'template', text: undefined, template });
    await bench.write(CARLOS, { type: 'button', messageId: again.body.messages[0]?.id, title: 'Sí, sigamos' });
    expect(bench.product.messages().at(-1)).toMatchObject({ type: 'button', button: { text: 'Sí, sigamos' } });
    expect((await bench.sendText(CARLOS)).status).toBe(200);

    const ledger = await bench.get<{ entries: { type: string; to: string }[] }>('/ledger');
    expect(ledger.body.entries.map(({ type }) => type)).toEqual(['typing', 'text', 'template', 'text']);
    expect(new Set(ledger.body.entries.map(({ to }) => to))).toEqual(new Set([CARLOS]));
    expect(bench.product.webhooks.every(({ valid }) => valid)).toBe(true);
  });
});

describe('startSimulator', () => {
  it('plays the account it is given', async () => {
    const whatsapp = {
      phoneNumberId: '555',
      businessAccountId: '777',
      accessToken: 'mine',
      displayNumber: '+51 1 555',
    };
    const other = await startSimulator({ targetUrl: `${bench.product.url}/`, whatsapp });
    try {
      const answer = await fetch(`${other.url}/v26.0/555`, { headers: { authorization: 'Bearer mine' } });
      expect(await answer.json()).toMatchObject({ id: '555', display_phone_number: '+51 1 555' });
      const state = await (await fetch(`${other.url}/control/state`)).json();
      expect(state).toMatchObject({ callbackUrl: `${bench.product.url}/webhooks/whatsapp`, businessAccountId: '777' });
    } finally {
      await other.close();
    }
  });

  it('frees its port at once, whatever is still open', async () => {
    const other = await startSimulator({ targetUrl: 'http://127.0.0.1:1', webhookRetryMs: [60_000] });
    const events = await fetch(`${other.url}/phone/events`);
    await fetch(`${other.url}/phone/customers/${CARLOS}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'text', text: 'nadie escucha', wait: true }),
    });
    await other.close();
    await expect(events.text()).resolves.toContain('event: hello');
    await expect(fetch(`${other.url}/health`)).rejects.toThrow();
  });

  it('answers 404 outside its paths', async () => {
    expect((await bench.get('/nothing')).status).toBe(404);
    expect((await bench.get('/25.0/100200300')).status).toBe(404);
  });
});

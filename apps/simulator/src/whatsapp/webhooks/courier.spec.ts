import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { normalizeWebhook } from '@kapso/whatsapp-cloud-api/server';
import { Bench } from '../../testing/bench.js';

const MARIA = '593991112201';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

const heard = (): string[] => bench.product.statuses().map(({ status }) => status);

describe('webhooks', () => {
  it('are signed over their exact, escaped bytes', async () => {
    await bench.write(MARIA, { type: 'text', text: 'Año nuevo en São Paulo 🎉' });
    const [webhook] = bench.product.webhooks;
    expect(webhook?.valid).toBe(true);
    expect(webhook?.raw.toString()).toMatch(/^[\x20-\x7e]+$/);
    expect(webhook?.raw.toString()).toContain('A\\u00f1o nuevo en S\\u00e3o Paulo \\ud83c\\udf89');
  });

  it('are understood by a foreign reader', async () => {
    const { body } = await bench.write(MARIA, { type: 'text', text: '¿Precio?' });
    const read = normalizeWebhook(bench.product.webhooks[0]?.json);
    expect(read).toMatchObject({
      object: 'whatsapp_business_account',
      phoneNumberId: '100200300',
      displayPhoneNumber: '593990000001',
      contacts: [{ waId: MARIA, userId: expect.stringMatching(/^EC\./), profile: { name: 'María Quishpe' } }],
      messages: [{ id: body.id, from: MARIA, type: 'text', text: { body: '¿Precio?' } }],
    });
  });

  it('are signed wrongly when asked to', async () => {
    await bench.switches({ badSignature: true });
    await bench.write(MARIA);
    expect(bench.product.webhooks[0]?.valid).toBe(false);
  });

  it('come again until they are answered with 200', async () => {
    bench.product.answers = [500, 202, 401];
    const { body } = await bench.write(MARIA);
    expect(body.webhook).toMatchObject({ outcome: 'retrying', attempts: 1, status: 500 });
    await bench.product.until(() => bench.product.webhooks.length === 4);
    expect(new Set(bench.product.webhooks.map(({ raw }) => raw.toString())).size).toBe(1);
    const { body: state } = await bench.get('/control/state');
    expect(state).toMatchObject({ webhooks: { acknowledged: expect.any(Number), failed: 3, dropped: 0 } });
  });

  it('are dropped after the last attempt, and the bubble says so', async () => {
    bench.product.answers = [503, 503, 503, 503, 503];
    await bench.write(MARIA);
    await bench.product.until(() => bench.product.webhooks.length === 4);
    for (let tries = 0; tries < 200; tries++) {
      const { body } = await bench.get<{ messages: { webhook: { outcome: string } }[] }>(
        `/phone/customers/${MARIA}/thread`,
      );
      if (body.messages[0]?.webhook.outcome === 'dropped') break;
      await bench.get('/phone/changes?waitMs=50');
    }
    const { body } = await bench.get<{ messages: { webhook: object }[] }>(`/phone/customers/${MARIA}/thread`);
    expect(body.messages[0]?.webhook).toMatchObject({ outcome: 'dropped', attempts: 4, status: 503 });
  });

  it('wait while they are held, then leave in batches', async () => {
    await bench.switches({ webhooks: 'held', batchMax: 4 });
    for (let i = 0; i < 10; i++)
      await bench.post(`/phone/customers/${MARIA}/messages`, { type: 'text', text: `n${i}` });
    expect(bench.product.webhooks).toHaveLength(0);
    await bench.switches({ webhooks: 'on' });
    await bench.product.until(() => bench.product.messages().length === 10);
    expect(bench.product.webhooks.map(({ changes }) => changes.length).sort()).toEqual([2, 4, 4]);
  });

  it('leave several times when asked to, with the same bytes', async () => {
    await bench.switches({ webhookCopies: 3 });
    await bench.write(MARIA);
    await bench.product.until(() => bench.product.webhooks.length === 3);
    expect(new Set(bench.product.messages().map(({ id }) => id)).size).toBe(1);
  });
});

describe('statuses', () => {
  const send = async (): Promise<string> => {
    await bench.write(MARIA);
    const { body } = await bench.sendText(`+${MARIA}`, { biz_opaque_callback_data: 'outbox:9f1c' });
    return body.messages[0]?.id ?? '';
  };

  it('tell sent, delivered, and read once the chat is opened', async () => {
    const id = await send();
    await bench.product.until(() => heard().length === 2);
    expect(bench.product.statuses()[0]).toEqual({
      id,
      status: 'sent',
      timestamp: expect.stringMatching(/^\d{10}$/),
      recipient_id: MARIA,
      recipient_user_id: expect.stringMatching(/^EC\./),
      pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
      biz_opaque_callback_data: 'outbox:9f1c',
    });
    expect((await bench.post(`/phone/customers/${MARIA}/open`, {})).body).toEqual({ read: 1 });
    await bench.product.until(() => heard().length === 3);
    expect(heard()).toEqual(['sent', 'delivered', 'read']);
    expect((await bench.post(`/phone/customers/${MARIA}/open`, {})).body).toEqual({ read: 0 });
  });

  it.each([
    [{ autoRead: true }, ['sent', 'delivered', 'read']],
    [{ statuses: 'shuffled', autoRead: true }, ['read', 'delivered', 'sent']],
    [{ statuses: 'duplicated' }, ['sent', 'sent', 'delivered', 'delivered']],
    [{ failNextDelivery: 131026 }, ['sent', 'failed']],
  ])('with %j are heard as %j', async (patch, expected) => {
    await bench.switches(patch);
    await send();
    await bench.product.until(() => heard().length === expected.length);
    expect('statuses' in patch && patch.statuses === 'duplicated' ? heard().sort().reverse() : heard()).toEqual(
      expected,
    );
  });

  it('say why a delivery failed, without the contact', async () => {
    await bench.switches({ refusals: [{ to: MARIA, code: 131049, at: 'status' }] });
    await send();
    await bench.product.until(() => heard().includes('failed'));
    const value = bench.product.webhooks.at(-1)?.changes.at(-1)?.value;
    expect(value?.contacts).toBeUndefined();
    expect(value?.statuses).toEqual([
      expect.objectContaining({ status: 'failed', errors: [expect.objectContaining({ code: 131049 })] }),
    ]);
    expect(value?.statuses?.[0]).not.toHaveProperty('recipient_user_id');
  });

  it('stay silent when switched off, also about reading', async () => {
    await bench.switches({ statuses: 'off' });
    await send();
    await bench.post(`/phone/customers/${MARIA}/open`, {});
    await bench.write(MARIA, { type: 'text', text: 'after' });
    expect(heard()).toEqual([]);
  });
});

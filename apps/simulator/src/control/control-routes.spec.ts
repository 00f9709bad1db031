import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Bench } from '../testing/bench.js';

const MARIA = '593991112201';
const DAY = 86_400_000;

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

describe('the clock', () => {
  it('moves forward, is set and comes back', async () => {
    expect((await bench.post('/control/clock', { advanceMs: DAY })).body).toMatchObject({ offsetMs: DAY });
    expect((await bench.post('/control/clock', { advanceMs: DAY })).body).toMatchObject({ offsetMs: 2 * DAY });
    expect((await bench.post('/control/clock', { offsetMs: 5 })).body).toMatchObject({ offsetMs: 5 });
    expect((await bench.post('/control/clock', { reset: true })).body).toMatchObject({ offsetMs: 0 });
    expect((await bench.post('/control/clock', { faster: true })).status).toBe(400);
  });

  it('is the time of what customers send', async () => {
    await bench.post('/control/clock', { advanceMs: 10 * DAY });
    await bench.write(MARIA);
    const days = (Number(bench.product.messages()[0]?.timestamp) * 1000 - Date.now()) / DAY;
    expect(days).toBeGreaterThan(9.9);
  });
});

describe('reset', () => {
  it('forgets everything', async () => {
    await bench.switches({ autoRead: true });
    await bench.write(MARIA);
    await bench.sendText(MARIA);
    await bench.post('/control/clock', { advanceMs: DAY });
    await bench.post('/control/reset', {});
    expect((await bench.get('/control/switches')).body).toMatchObject({ autoRead: false });
    expect((await bench.get('/control/state')).body).toMatchObject({
      offsetMs: 0,
      ledgerSeq: 0,
      statusesPending: 0,
      phoneNumberId: '100200300',
    });
    expect((await bench.get(`/phone/customers/${MARIA}/thread`)).body).toMatchObject({
      messages: [],
      customer: { windowOpen: false },
    });
  });
});

describe('raw webhooks', () => {
  const stop = {
    field: 'user_preferences',
    value: {
      metadata: { phone_number_id: '100200300' },
      user_preferences: [{ wa_id: MARIA, category: 'marketing_messages', value: 'stop' }],
    },
  };

  it('leave as given, together, signed, and tell the answer', async () => {
    bench.product.answers = [200];
    const { body } = await bench.post('/control/webhooks', {
      changes: [stop, { field: 'brand_new_field_2027', value: { ñ: true } }],
    });
    expect(body).toMatchObject({ outcome: 'acknowledged', status: 200 });
    const [webhook] = bench.product.webhooks;
    expect(webhook?.valid).toBe(true);
    expect(webhook?.changes.map(({ field }) => field)).toEqual(['user_preferences', 'brand_new_field_2027']);
  });

  it('leave in copies', async () => {
    await bench.post('/control/webhooks', { changes: [stop], copies: 4 });
    await bench.product.until(() => bench.product.webhooks.length === 4);
    expect(await bench.post('/control/webhooks', { changes: [] })).toMatchObject({ status: 400 });
  });
});

describe('the handshake', () => {
  it('succeeds with the right token', async () => {
    expect((await bench.post('/control/verify', {})).body).toEqual({ verified: true, status: 200 });
  });

  it('fails with another one', async () => {
    const other = await Bench.start({ targetUrl: bench.product.url, whatsapp: { verifyToken: 'wrong' } });
    try {
      expect((await other.post('/control/verify', {})).body).toEqual({ verified: false, status: 403 });
    } finally {
      await other.close();
    }
  });
});

describe('other sites', () => {
  it('may look, but not turn knobs', async () => {
    const site = { 'sec-fetch-site': 'cross-site' };
    expect(await bench.post('/control/reset', {}, site)).toMatchObject({
      status: 403,
      body: { error: { code: 'cross_site' } },
    });
    expect((await bench.post('/control/reset', {}, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await bench.get('/health', site)).status).toBe(200);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Bench } from '../testing/bench.js';

const MARIA = '593991112201';
const CARLOS = '593982223302';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
beforeEach(async () => {
  await bench.reset();
  await bench.switches({ windowRule: 'off' });
});
afterAll(() => bench.close());

interface LedgerAnswer {
  counts: {
    total: number;
    byRecipient: Record<string, number>;
    byCorrelationId: Record<string, number>;
    repeatedCorrelationIds: string[];
    unanswered: number;
  };
  entries: { answered: boolean; body: object }[];
}
const ledger = async (query = ''): Promise<LedgerAnswer> => (await bench.get<LedgerAnswer>(`/ledger${query}`)).body;

describe('faults', () => {
  it('say when to come back', async () => {
    await bench.switches({ fault: { kind: '429', retryAfterS: 7, count: 1 } });
    const answer = await fetch(`${bench.url}/v25.0/100200300/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await bench.sendText(MARIA)).status).toBe(200);
  });

  it.each([
    ['500', 500, 131000],
    ['503', 503, 131016],
  ])('answer %s', async (kind, status, code) => {
    await bench.switches({ fault: { kind } });
    expect(await bench.sendText(MARIA)).toMatchObject({ status, body: { error: { code } } });
    expect((await ledger()).counts.total).toBe(0);
  });

  it.each(['reset', 'hang'])('%s the line without taking the message', async (kind) => {
    await bench.switches({ fault: { kind, hangMs: 20, count: 1 } });
    await expect(bench.sendText(MARIA)).rejects.toThrow();
    expect((await ledger()).counts.total).toBe(0);
    expect((await bench.sendText(MARIA)).status).toBe(200);
  });

  it('answer garbage that calls itself JSON', async () => {
    await bench.switches({ fault: { kind: 'garbage' } });
    await expect(bench.sendText(MARIA)).rejects.toThrow(SyntaxError);
  });

  it('accept, then say nothing: the ledger knows, and the statuses come', async () => {
    await bench.switches({ fault: { kind: 'accept-then-timeout', hangMs: 20, count: 1 } });
    await expect(bench.sendText(MARIA, { biz_opaque_callback_data: 'm1' })).rejects.toThrow();
    expect(await ledger()).toMatchObject({
      counts: { total: 1, unanswered: 1, byCorrelationId: { m1: 1 } },
      entries: [{ answered: false }],
    });
    await bench.product.until(() => bench.product.statuses().length === 2);
    expect(bench.product.statuses()[0]).toMatchObject({ biz_opaque_callback_data: 'm1' });
  });

  it('leave the rest alone', async () => {
    await bench.switches({ fault: { kind: '500', on: 'templates' } });
    expect((await bench.sendText(MARIA)).status).toBe(200);
    expect((await bench.graph('/900800700/message_templates')).status).toBe(500);
  });

  it('refuse one number, so often', async () => {
    await bench.switches({ refusals: [{ to: MARIA, code: 131026, count: 2 }] });
    expect((await bench.sendText(CARLOS)).status).toBe(200);
    expect(await bench.sendText(MARIA)).toMatchObject({ status: 400, body: { error: { code: 131026 } } });
    expect(await bench.sendText(MARIA)).toMatchObject({ body: { error: { code: 131026 } } });
    expect((await bench.sendText(MARIA)).status).toBe(200);
  });

  it('count throughput and pairs when asked to', async () => {
    await bench.switches({ pairRate: true });
    const codes = await Promise.all(
      Array.from({ length: 50 }, async () => (await bench.sendText(MARIA)).body.error?.code),
    );
    expect(codes.filter((code) => code === 131056)).toHaveLength(5);
    await bench.switches({ pairRate: false, throughputPerSecond: 1 });
    const some = await Promise.all(Array.from({ length: 30 }, async () => (await bench.sendText(CARLOS)).status));
    expect(some).toContain(429);
  });

  it('turn down unknown switches', async () => {
    expect(await bench.switches({ statuses: 'maybe' })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid' } },
    });
    expect((await bench.get('/control/switches')).body).toMatchObject({ statuses: 'on', windowRule: 'off' });
  });
});

describe('the ledger', () => {
  it('counts per recipient and correlation id, from any place on', async () => {
    for (const [to, id] of [
      [MARIA, 'a'],
      [CARLOS, 'b'],
      [CARLOS, 'b'],
    ] as const)
      await bench.sendText(to, { biz_opaque_callback_data: id });
    expect((await ledger()).counts).toMatchObject({
      total: 3,
      byRecipient: { [MARIA]: 1, [CARLOS]: 2 },
      byCorrelationId: { a: 1, b: 2 },
      repeatedCorrelationIds: ['b'],
    });
    expect((await ledger(`?to=%2B${CARLOS}&since=2`)).entries).toEqual([
      expect.objectContaining({
        seq: 3,
        correlationId: 'b',
        type: 'text',
        body: expect.objectContaining({ to: CARLOS }),
      }),
    ]);
    expect((await ledger('?type=template')).counts.total).toBe(0);
    expect(await ledger('?view=counts')).not.toHaveProperty('entries');
  });

  it('keeps up with a burst, each message once', async () => {
    await bench.switches({ statuses: 'off' });
    const sends = 2000;
    let next = 0;
    const lane = async (): Promise<void> => {
      while (next < sends) {
        next += 1;
        await bench.sendText(String(593_900_000_000 + next), { biz_opaque_callback_data: `m${next}` });
      }
    };
    await Promise.all(Array.from({ length: 16 }, lane));
    const { counts } = await ledger('?view=counts');
    expect(counts).toMatchObject({ total: sends, repeatedCorrelationIds: [] });
    expect(Object.keys(counts.byRecipient)).toHaveLength(sends);
  });
});

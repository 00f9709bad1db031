import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { GraphApiError, WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { Bench } from '../testing/bench.js';

const MARIA = '593991112201';
const CARLOS = '593982223302';
const known = JSON.parse(readFileSync(new URL('./graph-errors.json', import.meta.url), 'utf8')) as Record<
  string,
  { status: number; title: string; details: string }
>;
const codes = Object.keys(known).map(Number);

let bench: Bench;
let client: WhatsAppClient;
beforeAll(async () => {
  bench = await Bench.start();
  client = new WhatsAppClient({ accessToken: 'simulator-token', baseUrl: bench.url, graphVersion: 'v25.0' });
});
beforeEach(async () => {
  await bench.reset();
  await bench.switches({ windowRule: 'off' });
});
afterAll(() => bench.close());

const send = (to = MARIA) => client.messages.sendText({ phoneNumberId: '100200300', to, body: 'Hola' });
async function refused(call: Promise<unknown>): Promise<GraphApiError> {
  const error: unknown = await call.then(() => undefined).catch((reason: unknown) => reason);
  if (error instanceof GraphApiError) return error;
  throw new Error(`not refused: ${String(error)}`);
}
interface Bubble {
  status: string;
  failureCode: number | null;
  reached: { status: string; at: string }[];
}
const bubbles = async (): Promise<Bubble[]> =>
  (await bench.get<{ messages: Bubble[] }>(`/phone/customers/${MARIA}/thread`)).body.messages;

describe('every refusal that is known', () => {
  it.each(codes)('%i is read by a foreign client as what it is', async (code) => {
    await bench.switches({ refusals: [{ code }] });
    const error = await refused(send());
    expect([error.code, error.httpStatus]).toEqual([code, code === 190 ? 401 : known[String(code)]?.status]);
    expect(error.message).toContain(known[String(code)]?.title);
    await expect(send()).resolves.toHaveProperty('messages');
  });

  it('is told later as a failed status with the same code, and no such bubble pretends to have arrived', async () => {
    await bench.write(MARIA);
    await bench.switches({ failNextDelivery: 131026 });
    await send();
    await bench.product.until(() => bench.product.statuses().some(({ status }) => status === 'failed'));
    const failed = bench.product.statuses().find(({ status }) => status === 'failed');
    expect(failed).toMatchObject({ errors: [{ code: 131026, title: known['131026']?.title }] });
    expect((await bubbles()).at(-1)).toMatchObject({
      status: 'failed',
      failureCode: 131026,
      reached: [{ status: 'sent' }, { status: 'failed', at: expect.any(String) }],
    });
    await send();
    await bench.product.until(() => bench.product.statuses().some(({ status }) => status === 'delivered'));
  });

  it('hits only the person it was meant for, as often as asked, and each is counted', async () => {
    await bench.switches({ refusals: [{ to: `+${MARIA}`, code: 131049, count: 2 }] });
    await expect(send(CARLOS)).resolves.toHaveProperty('messages');
    for (let time = 0; time < 2; time += 1) expect((await refused(send())).code).toBe(131049);
    await expect(send()).resolves.toHaveProperty('messages');
    const { body } = await bench.get<{ refusals: object; counts: { total: number } }>('/ledger?view=counts');
    expect(body).toMatchObject({ refusals: { 131049: 2 }, counts: { total: 2 } });
  });
});

describe('a window that is told of later', () => {
  it('takes the message, then fails it as WhatsApp does', async () => {
    await bench.switches({ windowRule: 'status' });
    const answer = await send();
    await bench.product.until(() => bench.product.statuses().some(({ status }) => status === 'failed'));
    expect(bench.product.statuses().find(({ status }) => status === 'failed')).toMatchObject({
      id: answer.messages[0]?.id,
      errors: [{ code: 131047 }],
    });
  });

  it('opens with the customer’s words and not with a template of the business', async () => {
    await bench.switches({ windowRule: 'answer' });
    await client.messages.sendTemplate({
      phoneNumberId: '100200300',
      to: MARIA,
      template: { name: 'hola_de_nuevo', language: { code: 'es' } },
    });
    expect((await refused(send())).code).toBe(131047);
    await bench.write(MARIA);
    await expect(send()).resolves.toHaveProperty('messages');
  });

  it('is the customer’s with this number alone, counted on the simulator’s clock', async () => {
    await bench.switches({ windowRule: 'answer' });
    await bench.write(MARIA);
    expect((await refused(send(CARLOS))).code).toBe(131047);
    await bench.post('/control/clock', { advanceMs: 23 * 3_600_000 });
    await expect(send()).resolves.toHaveProperty('messages');
    await bench.post('/control/clock', { advanceMs: 3_600_000 + 60_000 });
    expect((await refused(send())).code).toBe(131047);
    await bench.post('/control/clock', { reset: true });
    await expect(send()).resolves.toHaveProperty('messages');
  });
});

describe('statuses', () => {
  const told = () => bench.product.statuses().map(({ status }) => status);

  it('go to read by themselves when people read without being asked to', async () => {
    await bench.write(MARIA);
    await bench.switches({ autoRead: true });
    await send();
    await bench.product.until(() => told().includes('read'));
    expect(told()).toEqual(['sent', 'delivered', 'read']);
    expect((await bubbles()).at(-1)).toMatchObject({ status: 'read' });
  });

  it('come twice, with the same words, when asked to', async () => {
    await bench.write(MARIA);
    await bench.switches({ statuses: 'duplicated' });
    await send();
    await bench.product.until(() => told().length === 4);
    expect([...told()].sort()).toEqual(['delivered', 'delivered', 'sent', 'sent']);
    const [first, ...rest] = bench.product.statuses().filter(({ status }) => status === 'sent');
    expect(rest).toEqual([first]);
  });

  it('come in the wrong order but tell the right times', async () => {
    await bench.write(MARIA);
    await bench.switches({ statuses: 'shuffled' });
    await send();
    await bench.product.until(() => told().length === 2);
    expect(told()).toEqual(['delivered', 'sent']);
    const [delivered, sent] = bench.product.statuses().map(({ timestamp }) => Number(timestamp));
    expect(delivered).toBeGreaterThanOrEqual(sent ?? Infinity);
  });

  it('are late by as much as asked and can be called off by starting over', async () => {
    await bench.write(MARIA);
    await bench.switches({ statuses: 'delayed', statusDelayMs: 600_000 });
    await send();
    expect((await bench.get<{ statusesPending: number }>('/control/state')).body.statusesPending).toBe(2);
    await bench.reset();
    expect((await bench.get<{ statusesPending: number }>('/control/state')).body.statusesPending).toBe(0);
  });

  it('are all signed so that a foreign verifier takes them', async () => {
    await bench.write(MARIA);
    await send();
    await bench.product.until(() => told().length === 2);
    expect(bench.product.webhooks.map(({ valid }) => valid)).toEqual(bench.product.webhooks.map(() => true));
    expect(bench.product.webhooks.every(({ signature }) => /^sha256=[0-9a-f]{64}$/.test(signature))).toBe(true);
  });
});

describe('who may not be written to', () => {
  it('is the number itself', async () => {
    expect((await refused(send('593990000001'))).code).toBe(131021);
  });

  it('is nobody by a file that is not ours', async () => {
    const image = client.messages.sendImage({ phoneNumberId: '100200300', to: MARIA, image: { id: '424242' } });
    expect(await refused(image)).toMatchObject({ code: 100, details: expect.stringContaining('424242') });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../platform/clock/clock.js';
import { SystemClock } from '../../../platform/clock/system-clock.js';
import { Config } from '../../../platform/config/config.js';
import { SandboxOffset } from '../persistence/sandbox-offset.js';
import { Channels } from '../services/channels.js';
import { RegisterWithSimulator } from '../services/register-with-simulator.js';
import { SandboxClock } from '../services/sandbox-clock.js';
import { APP_SECRET, type ChannelApp, startChannelApp } from '../testing/channel-app.js';
import { type StandInSimulator, startStandIn } from '../testing/stand-in-simulator.js';

type Ask = Awaited<ReturnType<ChannelApp['as']>>;

const DAY_MS = 86_400_000;
let simulator: StandInSimulator;
let app: ChannelApp;
let ask: Ask;

beforeAll(async () => {
  simulator = await startStandIn();
  app = await startChannelApp({ SIMULATOR_URL: simulator.url, WHATSAPP_GRAPH_URL: simulator.url });
  ask = await app.as(['simulator:use']);
});
afterAll(async () => {
  await simulator.close();
  await app.close();
});

const onlyLive = () => become('update channel set sandbox = false');
const become = async (statement: string): Promise<void> => {
  await app.sql.rows(statement);
  app.get(Channels).forget();
};
beforeEach(async () => {
  await app.sql.rows('delete from channel where id <> $1', [app.channel.id]);
  await app.sql.rows('update channel set base_url = $1', [simulator.url]);
  await become('update channel set sandbox = true, active = true');
  await app.get(SandboxClock).reset();
  simulator.requests.length = 0;
});

describe('the way to the phone', () => {
  it('carries a call there and its answer back, without the key', async () => {
    const answer = await ask({
      method: 'POST',
      path: '/simulator/phone/customers/c1/messages?x=1',
      body: { text: 'Hola ñ' },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ method: 'POST', url: '/phone/customers/c1/messages?x=1' });
    const [request] = simulator.requests;
    expect(JSON.parse(Buffer.from(request?.body ?? '', 'latin1').toString('utf8'))).toEqual({ text: 'Hola ñ' });
    expect(request?.headers).not.toHaveProperty('authorization');
    expect(request?.headers).not.toHaveProperty('cookie');
    expect((await ask({ path: '/simulator/phone/missing' })).status).toBe(404);
    expect((await ask({ method: 'DELETE', path: '/simulator/phone/script' })).body).toMatchObject({ method: 'DELETE' });
  });

  it('leaves at once what a feed says, and hangs up when the page has gone', async () => {
    const gone = new AbortController();
    const key = simulator.requests.length;
    const feed = await openFeed(gone.signal);
    const first = await feed.read();
    expect(new TextDecoder().decode(first.value)).toBe('data: {"seq":1}\n\n');
    expect(simulator.requests.length).toBe(key + 1);
    expect(simulator.open()).toBe(1);
    gone.abort();
    await eventually(() => simulator.open() === 0);
  });

  it('disarms pages: nothing of the simulator runs in our origin', async () => {
    const { headers } = await ask({ path: '/simulator/phone/page' });
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('leads nowhere else', async () => {
    for (const path of [
      '/v23.0/100200300/messages',
      '/phone/..%2fcontrol%2fchannels',
      '/control/channels',
      '/phone/%2e%2e/v23.0/x',
    ]) {
      expect((await ask({ method: 'POST', path: `/simulator${path}`, body: {} })).status).toBe(404);
    }
    expect(simulator.requests).toEqual([]);
  });

  it('is not there without a sandbox channel, nor for who may not use it', async () => {
    const other = await app.as(['conversations:read']);
    expect((await other({ path: '/simulator/phone/customers' })).status).toBe(403);
    await onlyLive();
    expect((await ask({ path: '/simulator/phone/customers' })).body).toMatchObject({ code: 'not_found' });
    expect((await ask({ path: '/simulator/clock' })).status).toBe(404);
    expect(simulator.requests).toEqual([]);
  });

  it('says so when the simulator is away', async () => {
    const away = await startStandIn();
    const lost = await startChannelApp({ SIMULATOR_URL: away.url, WHATSAPP_GRAPH_URL: away.url });
    await lost.sql.rows('update channel set sandbox = true');
    lost.get(Channels).forget();
    await away.close();
    const asker = await lost.as(['simulator:use']);
    expect(await asker({ path: '/simulator/phone/customers' })).toMatchObject({
      status: 503,
      body: { code: 'simulator_unavailable' },
    });
    await lost.close();
  });
});

describe('the clock', () => {
  const move = (body: object) =>
    ask<{ now: string; offsetMs: number; movable: boolean; code: string }>({
      method: 'POST',
      path: '/simulator/clock',
      body,
    });

  it('moves both sides of the wire, and adds up', async () => {
    expect((await ask({ path: '/simulator/clock' })).body).toMatchObject({ offsetMs: 0, movable: true });
    await move({ advanceMs: DAY_MS });
    const moved = await move({ advanceMs: 3_600_000 });
    expect(moved).toMatchObject({ status: 200, body: { offsetMs: DAY_MS + 3_600_000 } });
    expect(app.get(Clock).now().getTime() - Date.now()).toBeGreaterThan(DAY_MS);
    expect(
      simulator.requests.filter(({ url }) => url === '/control/clock').map(({ body }) => JSON.parse(body)),
    ).toEqual([{ offsetMs: DAY_MS }, { offsetMs: DAY_MS + 3_600_000 }]);
    expect((await move({ reset: true })).body).toMatchObject({ offsetMs: 0 });
    expect(await app.sql.rows(`select 1 from audit_entry where action = 'sandbox-clock.moved'`)).toHaveLength(3);
  });

  it('stands still while one live channel exists, and comes back when one appears', async () => {
    await move({ advanceMs: DAY_MS });
    const live = await app.addChannel({ address: '900', baseUrl: 'https://graph.example.test' });
    expect(live.sandbox).toBe(false);
    expect(await move({ advanceMs: 1000 })).toMatchObject({ status: 409, body: { code: 'clock_not_movable' } });
    await app.get(SandboxClock).follow();
    expect(app.get(SystemClock).offset).toBe(0);
    expect((await ask({ path: '/simulator/clock' })).body).toMatchObject({ offsetMs: 0, movable: false });
    await become(`update channel set active = false where address = '900'`);
    expect((await move({ advanceMs: 1000 })).status).toBe(200);
  });

  it('is followed by other processes', async () => {
    await move({ advanceMs: DAY_MS });
    const elsewhere = new SystemClock();
    const follower = new SandboxClock(app.get(SandboxOffset), app.get(Channels), elsewhere, app.get(Config));
    await follower.follow();
    expect(elsewhere.offset).toBe(DAY_MS);
    await move({ reset: true });
    await follower.follow();
    expect(elsewhere.offset).toBe(0);
  });

  it('keeps both of two that advance at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => move({ advanceMs: 1000 })));
    expect((await ask({ path: '/simulator/clock' })).body).toMatchObject({ offsetMs: 5000 });
  });

  it.each([
    {},
    { advanceMs: 0 },
    { advanceMs: -1 },
    { advanceMs: 1.5 },
    { advanceMs: '60000' },
    { advanceMs: 400 * DAY_MS },
    { reset: false },
    { offsetMs: 5 },
  ])('refuses %j', async (body) => {
    expect((await move(body)).status).toBe(400);
  });

  it('tells the simulator the time again after it started over', async () => {
    await move({ advanceMs: DAY_MS });
    await ask({ method: 'POST', path: '/simulator/control/reset', body: {} });
    const told = simulator.requests.map(({ url }) => url);
    expect(told.slice(-3)).toEqual(['/control/reset', '/control/clock', '/control/channels']);
  });
});

describe('introducing channels', () => {
  it('tells the simulator who it plays, with the secrets that both sides share, and of no live channel', async () => {
    await app.addChannel({ address: '901', baseUrl: 'https://graph.example.test', name: 'Live' });
    await app.get(RegisterWithSimulator).register();
    const told = simulator.requests
      .filter(({ url }) => url === '/control/channels')
      .map(({ body }) => JSON.parse(body) as object);
    expect(told).toEqual([
      {
        phoneNumberId: '100200300',
        wabaId: '900800700',
        displayNumber: '+593 99 000 0001',
        name: 'Ventas',
        appSecret: APP_SECRET,
        accessToken: 'access-token-1',
        verifyToken: 'verify-me-please',
        webhookUrl: expect.stringMatching(/\/webhooks\/whatsapp$/),
        primary: false,
      },
    ]);
  });

  it('tells every active sandbox channel, the demo’s own as the primary one', async () => {
    await app.addChannel({ address: '902', baseUrl: simulator.url, name: 'WhatsApp de prueba', assistantMode: 'auto' });
    await app.addChannel({ address: '903', baseUrl: simulator.url, name: 'Cerrada' });
    await become(`update channel set sandbox = true, active = address <> '903'`);
    await app.get(RegisterWithSimulator).register();
    const told = simulator.requests
      .filter(({ url }) => url === '/control/channels')
      .map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(new Map(told.map(({ phoneNumberId, primary }) => [phoneNumberId, primary]))).toEqual(
      new Map([
        ['100200300', false],
        ['902', true],
      ]),
    );
  });
});

async function openFeed(signal: AbortSignal): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const authorization = await app.bearer(['simulator:use']);
  const response = await fetch(`${app.origin}/simulator/phone/changes?since=0`, {
    signal,
    headers: { authorization, accept: 'text/event-stream' },
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  if (!response.body) throw new Error('no feed');
  return response.body.getReader();
}

async function eventually(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

import { afterEach, describe, expect, it } from '@jest/globals';
import { WorkerDoorModule } from '../worker-door.module.js';
import { Metrics } from '../platform/health/metrics.js';
import { PlatformModule } from '../platform/platform.module.js';
import { RootModule } from '../root.module.js';
import { createTestDatabase } from '../testing/test-database.js';
import { createWorkerApp } from './create-worker-app.js';

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

/** The door alone, with no work behind it. */
async function open(env: Record<string, string> = {}) {
  const database = await createTestDatabase({ ROLE: 'worker', ...env });
  const app = await createWorkerApp(
    RootModule.of(database.config, [PlatformModule, WorkerDoorModule]),
    database.config,
  );
  close = async () => {
    close = undefined;
    await app.close();
    await database.close();
  };
  await app.listen(0, '127.0.0.1');
  const origin = await app.getUrl();
  return { app, ask: (path: string, init: RequestInit = {}) => fetch(origin + path, init) };
}

describe('the door of a worker', () => {
  it('says whether it is alive, ready, and what it has done', async () => {
    const { app, ask } = await open();
    app.get(Metrics, { strict: false }).sends.inc({ kind: 'whatsapp_cloud', outcome: 'accepted' }, 2);
    expect(await (await ask('/health/live')).json()).toEqual({ status: 'ok' });
    expect((await ask('/health/ready')).status).toBe(200);
    expect(await (await ask('/metrics')).text()).toContain(
      'hilo_sends_total{kind="whatsapp_cloud",outcome="accepted"} 2',
    );
  });

  it('is not ready, but alive, while a server is away', async () => {
    const { ask } = await open({ REDIS_URL: 'redis://127.0.0.1:1' });
    const ready = await ask('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, checks: { database: 'ok', redis: 'down' } },
    ]);
    expect((await ask('/health/live')).status).toBe(200);
  });

  it('has figures for who has the token only, whatever a proxy is said to be', async () => {
    const { ask } = await open({ METRICS_TOKEN: 'a-token-of-metrics', TRUST_PROXY: 'true' });
    const from = { 'x-forwarded-for': '127.0.0.1' };
    expect((await ask('/metrics', { headers: from })).status).toBe(401);
    expect((await ask('/metrics', { headers: { authorization: 'Bearer a-token-of-metrics' } })).status).toBe(200);
  });

  it.each(['/', '/api/v1/contacts', '/webhooks/whatsapp', '/docs', '/l/abc1234', '/socket.io/', '/health'])(
    'knows no %s',
    async (path) => {
      const { ask } = await open();
      const answer = await ask(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        404,
        expect.stringContaining('application/problem+json'),
      ]);
      expect((await ask(path, { method: 'POST', body: 'x'.repeat(5000) })).status).toBeGreaterThanOrEqual(400);
    },
  );
});

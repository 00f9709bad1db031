import { Module } from '@nestjs/common';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { Sql } from '../database/sql.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import type { Readiness } from './readiness.js';

@Module({ controllers: [HealthController] })
class HealthRoutes {}

let app: TestApp | undefined;
afterEach(() => app?.close());
async function started(env: Record<string, string> = {}): Promise<TestApp> {
  app = await createTestApp([HealthRoutes], env);
  return app;
}
const ready = (host: TestApp) => host.request<Readiness>({ path: '/health/ready' });

describe('whether it is ready', () => {
  it('is said for each server', async () => {
    expect(await ready(await started())).toMatchObject({
      status: 200,
      body: { ready: true, checks: { database: 'ok', redis: 'ok' } },
    });
  });

  it('is not, but alive, while Redis is away', async () => {
    const host = await started({ REDIS_URL: 'redis://127.0.0.1:1' });
    expect(await ready(host)).toMatchObject({
      status: 503,
      body: { ready: false, checks: { database: 'ok', redis: 'down' } },
    });
    expect(await host.request({ path: '/health/live' })).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('is not while the database does not answer, and is again once it does', async () => {
    const host = await started();
    const sql = host.get(Sql);
    const holders = Array.from({ length: 4 }, () => sql.rows('select pg_sleep(30)').catch(() => undefined));
    let busy: Awaited<ReturnType<typeof ready>>;
    do busy = await ready(host);
    while (busy.status === 200);
    expect(busy).toMatchObject({ status: 503, body: { ready: false, checks: { database: 'down', redis: 'ok' } } });
    const { Client } = (await import('pg')).default;
    const admin = new Client({ connectionString: host.databaseUrl });
    await admin.connect();
    await admin.query(
      `select pg_cancel_backend(pid) from pg_stat_activity where query like '%pg_sleep%' and pid <> pg_backend_pid()`,
    );
    await admin.end();
    await Promise.all(holders);
    expect((await ready(host)).status).toBe(200);
  });
});

describe('figures', () => {
  it('are for this machine when no token is set', async () => {
    const host = await started();
    const own = await host.request({ path: '/metrics' });
    expect(own.headers.get('content-type')).toContain('text/plain');
    for (const from of ['190.15.20.1', '127.0.0.1', '::1'])
      expect([from, (await host.request({ path: '/metrics', from })).status]).toEqual([from, 401]);
  });

  it('are for who has the token, from anywhere, and for nobody else', async () => {
    const host = await started({ METRICS_TOKEN: 'a-token-of-metrics' });
    const as = (authorization: string) =>
      host.request({ path: '/metrics', from: '190.15.20.1', headers: { authorization } });
    expect((await as('Bearer a-token-of-metrics')).status).toBe(200);
    expect((await as('Bearer a-token-of-metric')).status).toBe(401);
    expect((await host.request({ path: '/metrics' })).status).toBe(401);
  });

  it('count what was counted, by its labels', async () => {
    const host = await started();
    host.get(Metrics).webhooks.inc({ door: 'whatsapp', outcome: 'accepted' }, 3);
    expect((await host.request({ path: '/metrics' })).text).toContain(
      'hilo_webhooks_total{door="whatsapp",outcome="accepted"} 3',
    );
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { Channels } from '../modules/channels/index.js';
import { Sql } from '../platform/database/sql.js';
import { newId } from '../platform/ids/uuid.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { DemoModule } from './demo.module.js';
import { DemoSandbox } from './demo-sandbox.js';
import { DemoShop } from './demo-shop.js';

let app: TestApp | undefined;
afterEach(() => app?.close());
async function installation(env: Record<string, string> = {}): Promise<TestApp> {
  app = await createTestApp([DemoModule], env);
  return app;
}
const count = async (host: TestApp, table: string): Promise<number> =>
  (await host.get(Sql).rows(`select 1 from ${table}`)).length;
const used: Record<string, (sql: Sql) => Promise<unknown>> = {
  'somebody has written': (sql) =>
    sql.rows('insert into contact (id, created_at, updated_at) values ($1, now(), now())', [newId()]),
  'two people work': async (sql) => {
    for (const id of [newId(), newId()])
      await sql.rows(
        `insert into app_user (id, name, email_sealed, email_index, password_hash, roles, created_at) values ($1::uuid, 'P', 'x', $1::text, 'x', '{admin}', now())`,
        [id],
      );
  },
};

describe('the demo', () => {
  it.each(Object.keys(used))('does not move in where %s', async (what) => {
    const host = await installation();
    await used[what]?.(host.get(Sql));
    const before = [await count(host, 'app_user'), await count(host, 'catalogue_item'), await count(host, 'team')];
    expect(await host.get(DemoShop).load()).toBe(false);
    expect([await count(host, 'app_user'), await count(host, 'catalogue_item'), await count(host, 'team')]).toEqual(
      before,
    );
  });

  it('without a simulator has people and an offer, and nobody who writes', async () => {
    const host = await installation();
    expect(await host.get(DemoShop).load()).toBe(true);
    expect(await count(host, 'catalogue_item')).toBeGreaterThan(20);
    expect(await count(host, 'app_user')).toBe(5);
    for (const table of ['channel', 'conversation', 'message', 'lead'])
      expect([table, await count(host, table)]).toEqual([table, 0]);
    expect(await host.get(DemoShop).load()).toBe(false);
  });

  it('lets its people in by the password of the demo, stored as a hash alone', async () => {
    const host = await installation();
    await host.get(DemoShop).load();
    const signIn = (password: string) =>
      host.request({ method: 'POST', path: '/auth/sign-in', body: { email: 'paula@hilo.local', password } });
    expect((await signIn('demo-hilo-2026')).status).toBe(200);
    expect((await signIn('demo-hilo-2025')).status).toBe(401);
    expect(JSON.stringify(await host.get(Sql).rows('select password_hash from app_user'))).not.toContain(
      'demo-hilo-2026',
    );
  });
});

describe('the sandbox of the demo', () => {
  it('stands on the simulator, with ISAC on', async () => {
    const host = await installation({ SIMULATOR_URL: 'http://127.0.0.1:9' });
    const [row] = await host
      .get(Sql)
      .rows<{ id: string }>(`insert into team (id, name, created_at) values ($1, 'Ventas', now()) returning id`, [
        newId(),
      ]);
    const card = await host.get(DemoSandbox).open(row?.id ?? '');
    expect(card).toMatchObject({
      sandbox: true,
      assistantMode: 'auto',
      address: '100200300',
      teamId: row?.id,
      active: true,
    });
    expect((await host.get(Channels).list()).map(({ id }) => id)).toEqual([card?.id]);
  });

  it('takes another number when a real channel has the first', async () => {
    const host = await installation({ SIMULATOR_URL: 'http://127.0.0.1:9', WHATSAPP_PHONE_NUMBER_ID: '100200300' });
    const [row] = await host
      .get(Sql)
      .rows<{ id: string }>(`insert into team (id, name, created_at) values ($1, 'Ventas', now()) returning id`, [
        newId(),
      ]);
    const sandbox = host.get(DemoSandbox);
    const first = await sandbox.open(row?.id ?? '');
    const second = await sandbox.open(row?.id ?? '');
    expect([first?.address, second?.address]).toEqual(['100200300', '100200301']);
  });
});

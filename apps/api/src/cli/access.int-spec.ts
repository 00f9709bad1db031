import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../platform/database/sql.js';
import { AuthHttpModule, PERMISSIONS } from '../modules/auth/index.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { createApiKey, createUser } from './access.js';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp([AuthHttpModule]);
});
afterAll(() => app.close());

const count = async (table: string): Promise<number> => (await app.get(Sql).rows(`select 1 from ${table}`)).length;
const me = (key: string) => app.request({ path: '/users', headers: { authorization: `Bearer ${key}` } });

describe('making a key', () => {
  it('gives one that opens what it was made for, and nothing else', async () => {
    const users = await createApiKey(app.app, { name: 'reports', scopes: 'conversations:read' });
    expect(users).toMatch(/^hilo_/);
    expect((await me(users)).status).toBe(200);
    expect((await me(await createApiKey(app.app, { name: 'links', scopes: 'links:read, links:write' }))).status).toBe(
      403,
    );
  });

  it('is kept as a hash alone', async () => {
    const key = await createApiKey(app.app, { name: 'hashed', scopes: 'all' });
    const rows = JSON.stringify(await app.get(Sql).rows('select row_to_json(k)::text as row from api_key k'));
    expect(rows).not.toContain(key);
    expect(rows).not.toContain(key.slice(10));
  });

  it('of all permissions holds each of them', async () => {
    await createApiKey(app.app, { name: 'everything', scopes: 'all' });
    const row = await app.get(Sql).one<{ scopes: string[] }>(`select scopes from api_key where name = 'everything'`);
    expect([...(row?.scopes ?? [])].sort()).toEqual([...PERMISSIONS].sort());
  });

  it.each([
    [{}, 'Missing: --name, --scopes'],
    [{ name: 'x' }, 'Missing: --scopes'],
    [{ scopes: 'all' }, 'Missing: --name'],
    [{ name: '', scopes: 'all' }, 'Missing: --name'],
    [{ name: 'x', scopes: 'links:read,everything' }, '--scopes: everything is not one of'],
    [{ name: 'x', scopes: 'links:read,' }, '--scopes:  is not one of'],
    [{ name: 'x', scopes: 'ALL' }, '--scopes: ALL is not one of'],
    [{ name: 'x', scopes: 'constructor' }, '--scopes: constructor is not one of'],
  ])('from %j says what is wrong, and makes none', async (options, words) => {
    const before = await count('api_key');
    await expect(createApiKey(app.app, options)).rejects.toThrow(words);
    expect(await count('api_key')).toBe(before);
  });
});

describe('making a user', () => {
  const ana = {
    name: 'Ana Ruiz',
    email: 'ana@tienda.test',
    password: 'clave-larga-y-rara-7',
    roles: 'advisor, marketing',
  };

  it('lets them sign in with these roles', async () => {
    const id = await createUser(app.app, ana);
    const row = await app
      .get(Sql)
      .one<{ roles: string[]; name: string }>('select roles, name from app_user where id = $1', [id]);
    expect(row).toEqual({ roles: ['advisor', 'marketing'], name: 'Ana Ruiz' });
    const signedIn = await app.request({
      method: 'POST',
      path: '/auth/sign-in',
      body: { email: 'ANA@tienda.test', password: ana.password },
    });
    expect(signedIn.status).toBe(200);
  });

  it.each([
    [{ ...ana }, /./],
    [{ ...ana, email: 'b@tienda.test', password: 'corta' }, /./],
    [{ ...ana, email: 'b@tienda.test', roles: 'boss' }, /--roles: boss is not one of admin/],
    [{ ...ana, email: 'b@tienda.test', roles: '' }, /Missing: --roles/],
    [{ name: 'x' }, /Missing: --email, --password, --roles/],
  ])('from %j is refused, and nobody is made', async (options, words) => {
    const before = await count('app_user');
    await expect(createUser(app.app, options)).rejects.toThrow(words);
    expect(await count('app_user')).toBe(before);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import type { Permission, Role } from '../domain/permissions.js';
import { ApiKeys } from '../services/api-keys.js';
import { CreateUser } from '../services/create-user.js';
import { REQUESTS_PER_MINUTE } from '../services/request-budget.js';
import { DoorsModule } from '../testing/doors.js';

const PASSWORD = 'lluvia-sobre-quito';
let host: TestApp;

async function cookieOf(...roles: Role[]): Promise<{ cookie: string }> {
  const email = `${randomUUID()}@tienda.test`;
  await host.get(CreateUser).create('system', { name: 'Paula', email, password: PASSWORD, roles });
  const answer = await host.request({
    method: 'POST',
    path: '/auth/sign-in',
    body: { email, password: PASSWORD },
    from: randomUUID(),
  });
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}
async function keyWith(...scopes: Permission[]): Promise<{ id: string; headers: { authorization: string } }> {
  const { row, key } = await host.get(ApiKeys).create('system', { name: 'ERP', scopes });
  return { id: row.id, headers: { authorization: `Bearer ${key}` } };
}
const status = async (
  path: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'POST' = 'GET',
): Promise<number> => (await host.request({ method, path, headers })).status;

beforeAll(async () => {
  host = await createTestApp([DoorsModule]);
});
afterAll(() => host.close());

describe('the guard', () => {
  it('lets nobody in without saying who they are, but where it is public', async () => {
    for (const path of ['/doors/public', '/doors/hook']) expect(await status(path)).toBe(200);
    for (const path of ['/doors/leads', '/doors/signed-in', '/doors/personal']) expect(await status(path)).toBe(401);
    const answer = await host.request({ path: '/doors/leads' });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'unauthorized', status: 401 });
  });

  it.each<[Role[], number, number, number]>([
    [['admin'], 200, 201, 200],
    [['supervisor'], 200, 201, 403],
    [['advisor'], 200, 201, 403],
    [['marketing'], 200, 403, 403],
    [['marketing', 'advisor'], 200, 201, 403],
  ])('asks the permission of %s', async (roles, read, write, manage) => {
    const cookie = await cookieOf(...roles);
    expect([
      await status('/doors/leads', cookie),
      await status('/doors/leads', cookie, 'POST'),
      await status('/doors/users', cookie),
      await status('/doors/personal', cookie),
    ]).toEqual([read, write, manage, 200]);
  });

  it('gives a key its scopes and nothing personal, and no reason when it refuses', async () => {
    const { headers } = await keyWith('leads:read');
    expect([await status('/doors/leads', headers), await status('/doors/signed-in', headers)]).toEqual([200, 200]);
    expect([await status('/doors/leads', headers, 'POST'), await status('/doors/personal', headers)]).toEqual([
      403, 403,
    ]);
    const refused = await host.request({ path: '/doors/users', headers });
    expect(refused.body).toMatchObject({ code: 'forbidden' });
    expect(refused.text).not.toContain('users:manage');
    expect((await host.request({ path: '/doors/leads', headers })).body).toEqual({ kind: 'key', name: 'ERP' });
  });

  it('keeps what people sign with their name from keys that hold its permission, and from people who do not', async () => {
    expect(await status('/doors/signed', await cookieOf('advisor'), 'POST')).toBe(201);
    expect(await status('/doors/signed', await cookieOf('marketing'), 'POST')).toBe(403);
    expect(await status('/doors/signed', (await keyWith('leads:write')).headers, 'POST')).toBe(403);
  });

  it('does not take a bad key for no key: a good cookie beside it opens nothing', async () => {
    const cookie = await cookieOf('admin');
    for (const authorization of [
      'Bearer hilo_wrong',
      `Bearer hilo_${'a'.repeat(43)}`,
      'Basic YTpi',
      'Bearer',
      "Bearer ' or 1=1",
    ])
      expect(await status('/doors/leads', { ...cookie, authorization })).toBe(401);
  });

  it('lets a cookie write only from our own pages; a key may write from anywhere', async () => {
    const cookie = await cookieOf('admin');
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' };
    expect(await status('/doors/leads', { ...cookie, ...foreign }, 'POST')).toBe(403);
    expect(await status('/doors/leads', { ...cookie, origin: 'https://evil.test' }, 'POST')).toBe(403);
    expect(await status('/doors/leads', { ...cookie, ...foreign })).toBe(200);
    expect(await status('/doors/leads', { ...cookie, origin: host.origin }, 'POST')).toBe(201);
    expect(await status('/doors/leads', { ...(await keyWith('leads:write')).headers, ...foreign }, 'POST')).toBe(201);
  });

  it('takes no write for one person by the cookie of another, and asks nobody who does not say whom they mean', async () => {
    const [paula, pedro] = [await cookieOf('advisor'), await cookieOf('advisor')];
    const id = ((await host.request({ path: '/me', headers: paula })).body as { id: string }).id;
    expect(await status('/doors/leads', { ...paula, 'x-hilo-person': id }, 'POST')).toBe(201);
    const refused = await host.request({
      method: 'POST',
      path: '/doors/leads',
      headers: { ...pedro, 'x-hilo-person': id },
    });
    expect(refused).toMatchObject({ status: 401, body: { code: 'another_person' } });
    for (const other of ['', 'nobody', `${id},${id}`])
      expect(await status('/doors/leads', { ...paula, 'x-hilo-person': other }, 'POST')).toBe(401);
    expect(await status('/doors/leads', pedro, 'POST')).toBe(201);
    expect(
      await status('/doors/leads', { ...(await keyWith('leads:write')).headers, 'x-hilo-person': id }, 'POST'),
    ).toBe(201);
  });

  it('closes at once on a revoked and on an expired key', async () => {
    const { id, headers } = await keyWith('leads:read');
    expect(await status('/doors/leads', headers)).toBe(200);
    await host.get(ApiKeys).revoke('system', id);
    expect(await status('/doors/leads', headers)).toBe(401);
    const { key } = await host
      .get(ApiKeys)
      .create('system', { name: 'old', scopes: 'all', expiresAt: new Date('2020-01-01T00:00:00Z') });
    expect(await status('/doors/leads', { authorization: `Bearer ${key}` })).toBe(401);
  });

  it('writes a key`s last use once a minute, not at each request', async () => {
    const { id, headers } = await keyWith('leads:read');
    const lastUsed = async () =>
      (
        await host.get(Sql).one<{ at: Date | null }>('select last_used_at as at from api_key where id = $1', [id])
      )?.at?.getTime();
    expect(await lastUsed()).toBeUndefined();
    await status('/doors/leads', headers);
    const first = await lastUsed();
    expect(first).toBeDefined();
    await status('/doors/leads', headers);
    expect(await lastUsed()).toBe(first);
  });

  it('counts requests and says how many are left', async () => {
    const { headers } = await keyWith('leads:read');
    const [one, two] = [
      await host.request({ path: '/doors/leads', headers }),
      await host.request({ path: '/doors/leads', headers }),
    ];
    expect(one.headers.get('ratelimit-limit')).toBe(String(REQUESTS_PER_MINUTE.key));
    expect(Number(one.headers.get('ratelimit-remaining')) - Number(two.headers.get('ratelimit-remaining'))).toBe(1);
    expect(Number(one.headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60);
  });

  it('refuses who is over the budget, with the time to wait', async () => {
    const cookie = await cookieOf('advisor');
    const answers = await Promise.all(
      Array.from({ length: REQUESTS_PER_MINUTE.user + 1 }, () =>
        host.request({ path: '/doors/signed-in', headers: cookie }),
      ),
    );
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.body).toMatchObject({ code: 'too_many_requests' });
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

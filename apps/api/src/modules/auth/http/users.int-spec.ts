import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../auth-http.module.js';
import type { Role } from '../domain/permissions.js';
import { Bootstrap } from '../services/bootstrap.js';
import { CreateUser } from '../services/create-user.js';
import { People } from '../services/people.js';
import type { UserPage, UserView } from './users.dto.js';

const PASSWORD = 'lluvia-sobre-quito';
let host: TestApp;
let admin: { cookie: string };

const newEmail = (): string => `${randomUUID()}@tienda.test`;
async function signIn(email: string, password = PASSWORD): Promise<{ cookie: string }> {
  const answer = await host.request({
    method: 'POST',
    path: '/auth/sign-in',
    body: { email, password },
    from: randomUUID(),
  });
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}
const create = (over: Record<string, unknown> = {}) =>
  host.request<UserView & { code: string; errors: { path: string }[] }>({
    method: 'POST',
    path: '/users',
    headers: admin,
    body: { name: 'Luis Paz', email: newEmail(), password: PASSWORD, roles: ['advisor'], ...over },
  });
const patch = (id: string, body: unknown, headers: Record<string, string> = {}) =>
  host.request<UserView & { code: string }>({
    method: 'PATCH',
    path: `/users/${id}`,
    headers: { ...admin, ...headers },
    body,
  });
const me = async (headers: Record<string, string>): Promise<number> =>
  (await host.request({ path: '/me', headers })).status;

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule]);
  const first = await host.get(Bootstrap).ensureAdministrator('duena@tienda.test', null);
  admin = await signIn('duena@tienda.test', first.password ?? '');
});
afterAll(() => host.close());

describe('the first administrator', () => {
  it('is made once, and found afterwards without a password', async () => {
    expect(await me(admin)).toBe(200);
    expect(
      await Promise.all([1, 2, 3].map(() => host.get(Bootstrap).ensureAdministrator('otra@tienda.test', 'x'))),
    ).toEqual([1, 2, 3].map(() => ({ email: 'duena@tienda.test', password: null, created: false })));
  });

  it('stays an administrator while nobody else is one', async () => {
    const { id } = (await host.request<{ id: string }>({ path: '/me', headers: admin })).body;
    expect(await patch(id, { roles: ['advisor'] })).toMatchObject({
      status: 409,
      body: { code: 'last_administrator' },
    });
    expect(await patch(id, { active: false })).toMatchObject({ status: 409, body: { code: 'not_yourself' } });
    expect(await me(admin)).toBe(200);
  });
});

describe('users', () => {
  it('are created, told apart by e-mail whatever its case, and may sign in', async () => {
    const email = newEmail();
    const created = await create({ email, skills: ['motos', 'motos'], capacity: 5 });
    expect(created).toMatchObject({
      status: 201,
      body: { email, initials: 'LP', active: true, skills: ['motos'], capacity: 5, version: 1 },
    });
    expect(created.headers.get('etag')).toBe('"1"');
    expect(created.text).not.toMatch(/password|argon2|sealed/i);
    expect(await create({ email: email.toUpperCase() })).toMatchObject({ status: 409, body: { code: 'email_taken' } });
    expect(await me(await signIn(email))).toBe(200);
  });

  it.each([
    [{ roles: ['owner'] }, '/roles'],
    [{ roles: [] }, '/roles'],
    [{ password: 'corta' }, '/password'],
    [{ name: '   ' }, '/name'],
    [{ email: 'no-es' }, '/email'],
    [{ active: false }, '/active'],
    [{ version: 9 }, '/version'],
    [{ teamIds: ['01990000-0000-7000-8000-000000000000'] }, '/teamIds'],
  ])('are refused with %j', async (over, path) => {
    const answer = await create(over);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error) => error.path.split('/').slice(0, 2).join('/'))).toContain(path);
  });

  it('show their e-mail only to who manages them', async () => {
    const email = newEmail();
    const { id } = (await create({ name: 'Ñandú Pérez', email })).body;
    const advisor = await signIn(email);
    const seen = await host.request<UserPage>({ path: '/users?q=nandu%20perez', headers: advisor });
    expect(seen.body.data).toMatchObject([{ id, name: 'Ñandú Pérez', email: null }]);
    expect(seen.text).not.toContain(email);
    expect((await host.request<UserPage>({ path: '/users?q=nandu', headers: admin })).body.data).toMatchObject([
      { email },
    ]);
  });

  it('are listed page by page, each once', async () => {
    for (const name of ['Zoe A', 'Zoe A', 'Zoe B']) await create({ name });
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: UserPage } = await host.request<UserPage>({
        path: `/users?q=zoe&limit=1${cursor && `&cursor=${cursor}`}`,
        headers: admin,
      });
      names.push(...body.data.map((user) => user.name));
      cursor = body.nextCursor;
    }
    expect(names).toEqual(['Zoe A', 'Zoe A', 'Zoe B']);
    expect((await host.request({ path: '/users?cursor=nonsense', headers: admin })).status).toBe(400);
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['a new role', { roles: ['supervisor'] }, 401],
    ['deactivation', { active: false }, 401],
    ['a password reset', { password: 'viento-en-cotopaxi' }, 401],
    ['another name', { name: 'Luis Páez' }, 200],
  ])('%s leaves their session at %s', async (_, change, expected) => {
    const email = newEmail();
    const { id } = (await create({ email })).body;
    const session = await signIn(email);
    expect((await patch(id, change)).status).toBe(200);
    expect(await me(session)).toBe(expected);
  });

  it('who have left cannot sign in, are not assignable, and keep their name', async () => {
    const email = newEmail();
    const { id } = (await create({ email, name: 'Rosa Vega' })).body;
    const people = host.get(People);
    expect((await people.assignable()).map((person) => person.id)).toContain(id);
    await patch(id, { active: false });
    expect(
      (
        await host.request({
          method: 'POST',
          path: '/auth/sign-in',
          body: { email, password: PASSWORD },
          from: randomUUID(),
        })
      ).status,
    ).toBe(401);
    expect((await people.assignable()).map((person) => person.id)).not.toContain(id);
    expect((await people.byIds([id, randomUUID()])).get(id)).toEqual({ id, name: 'Rosa Vega', initials: 'RV' });
  });

  it('are not overwritten by who read an older version', async () => {
    const { id } = (await create()).body;
    expect((await patch(id, { name: 'Uno' }, { 'if-match': '"1"' })).headers.get('etag')).toBe('"2"');
    expect(await patch(id, { name: 'Dos' }, { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'stale_version', currentVersion: 2 },
    });
    expect((await patch(randomUUID(), { name: 'Nadie' })).status).toBe(404);
  });

  it('are managed by administrators alone', async () => {
    for (const role of ['supervisor', 'advisor', 'marketing'] satisfies Role[]) {
      const email = newEmail();
      const id = await host.get(CreateUser).create('system', { name: role, email, password: PASSWORD, roles: [role] });
      const headers = await signIn(email);
      const answers = [
        await host.request({ method: 'PATCH', path: `/users/${id}`, headers, body: { roles: ['admin'] } }),
        await host.request({
          method: 'POST',
          path: '/users',
          headers,
          body: { name: 'X', email: newEmail(), password: PASSWORD, roles: ['admin'] },
        }),
        await host.request({
          method: 'POST',
          path: '/api-keys',
          headers,
          body: { name: 'X', scopes: ['users:manage'] },
        }),
        await host.request({ path: '/api-keys', headers }),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
    }
  });
});

describe('teams', () => {
  it('gather people, whose queue and rooms follow', async () => {
    const { id: userId } = (await create()).body;
    const team = await host.request<{ id: string; memberIds: string[]; version: number }>({
      method: 'POST',
      path: '/teams',
      headers: admin,
      body: { name: 'Ventas Quito', memberIds: [userId] },
    });
    expect(team).toMatchObject({ status: 201, body: { memberIds: [userId] } });
    const { id } = team.body;
    expect((await host.get(People).assignable(id)).map((person) => person.id)).toEqual([userId]);
    expect((await host.request<UserPage>({ path: `/users?teamId=${id}`, headers: admin })).body.data).toMatchObject([
      { id: userId, teams: [{ id, name: 'Ventas Quito' }] },
    ]);
    expect(
      (await host.request({ method: 'POST', path: '/teams', headers: admin, body: { name: 'ventas quito' } })).status,
    ).toBe(409);
    expect(
      (
        await host.request({
          method: 'PATCH',
          path: `/teams/${id}`,
          headers: { ...admin, 'if-match': '"1"' },
          body: { memberIds: [] },
        })
      ).body,
    ).toMatchObject({ name: 'Ventas Quito', memberIds: [], version: 2 });
    expect(
      (
        await host.request({
          method: 'PATCH',
          path: `/teams/${id}`,
          headers: { ...admin, 'if-match': '"1"' },
          body: { name: 'Otra' },
        })
      ).status,
    ).toBe(412);
    expect((await host.request({ method: 'DELETE', path: `/teams/${id}`, headers: admin })).status).toBe(204);
    expect((await host.request({ path: `/teams/${id}`, headers: admin })).status).toBe(404);
  });
});

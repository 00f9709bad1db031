import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { signedInPerson, TEST_PASSWORD, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../auth-http.module.js';
import type { UserView } from './users.dto.js';

let host: TestApp;
let admin: TestPerson;
let luis: TestPerson;

const newEmail = (): string => `${randomUUID()}@tienda.test`;
const whole = () => ({ name: 'Luis Paz', email: newEmail(), password: TEST_PASSWORD, roles: ['advisor'] });
const create = (body: unknown, more: Record<string, string> = {}) =>
  host.request<UserView>({ method: 'POST', path: '/users', headers: { ...admin.headers, ...more }, body });
const patch = (id: string, body: unknown) =>
  host.request<UserView>({ method: 'PATCH', path: `/users/${id}`, headers: admin.headers, body });
const traces = () => keptRows(host.get(Sql), ['app_user', 'team_member', 'audit_entry']);

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule]);
  admin = await signedInPerson(host, ['admin'], 'Dueña');
  luis = await signedInPerson(host, ['advisor'], 'Luis Paz');
});
afterAll(() => host.close());

describe('a new user', () => {
  it('hears about every field at once', async () => {
    const before = await traces();
    const everything = {
      name: ['Luis'],
      email: { $gt: '' },
      password: 12345678901,
      roles: 'admin',
      teamIds: 'all',
      skills: [1, 'x'.repeat(61)],
      capacity: '5',
      passwordHash: 'x',
      id: randomUUID(),
    };
    const answer = await create(everything);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(refusedPaths(answer)).toEqual(
      Object.keys(everything)
        .map((field) => `/${field}`)
        .sort(),
    );
    expect(answer.text).not.toContain('12345678901');
    expect(await traces()).toEqual(before);
  });

  it('asked for twice under one Idempotency-Key is one, of whom nothing is kept in the clear', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = whole();
    const answers = await Promise.all(Array.from({ length: 3 }, () => create(body, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.get('etag')))).toEqual(new Set(['"1"']));
    expect((await create(body)).status).toBe(409);
    expect((await create({ ...body, name: 'Otra' }, key)).body).toMatchObject({ code: 'idempotency_key_reused' });
    const kept = await keptRows(host.get(Sql), ['idempotency_key', 'app_user', 'audit_entry']);
    expect(kept.filter((row) => row.includes(key['idempotency-key']))).toHaveLength(1);
    for (const secret of [body.email, body.password]) expect(kept.filter((row) => row.includes(secret))).toEqual([]);
  });

  it('needs four things', async () => {
    expect(refusedPaths(await create({}))).toEqual(['/email', '/name', '/password', '/roles']);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a name of signs only', { name: '---' }, '/name'],
    ['a name that is too long', { name: 'ñ'.repeat(121) }, '/name'],
    ['an address with two places', { email: 'a@b@c.co' }, '/email'],
    ['a password that is too short', { password: 'Ab1!Ab1!' }, '/password'],
    ['a password that is too long', { password: 'kX7#pQ2!vN'.repeat(21) }, '/password'],
    ['a role twice too often', { roles: ['advisor', 'advisor', 'advisor', 'advisor', 'advisor'] }, '/roles'],
    ['a role of no table', { roles: ['advisor', '__proto__'] }, '/roles'],
    ['a team that is no id', { teamIds: ['ventas'] }, '/teamIds'],
    ['too many teams', { teamIds: Array.from({ length: 51 }, () => randomUUID()) }, '/teamIds'],
    ['too many skills', { skills: Array.from({ length: 31 }, (_, index) => `s${index}`) }, '/skills'],
    ['half a conversation', { capacity: 1.5 }, '/capacity'],
    ['less than none', { capacity: -1 }, '/capacity'],
    ['more than anybody can hold', { capacity: 1001 }, '/capacity'],
    ['no capacity at all', { capacity: null }, '/capacity'],
    ['null for teams', { teamIds: null }, '/teamIds'],
    ['null for skills', { skills: null }, '/skills'],
  ])('cannot have %s', async (_, over, path) => {
    const before = await traces();
    const answer = await create({ ...whole(), ...over });
    expect([answer.status, refusedPaths(answer)]).toEqual([400, [path]]);
    expect(await traces()).toEqual(before);
  });

  it('cannot hold a character that no database keeps, and says so instead of failing', async () => {
    for (const over of [{ name: 'Lu\u0000is' }, { skills: ['a\u0000'] }])
      expect((await create({ ...whole(), ...over })).status).toBe(400);
  });

  it('keeps what fits exactly', async () => {
    const fits = {
      ...whole(),
      name: 'ñ'.repeat(120),
      roles: ['admin', 'supervisor', 'advisor', 'marketing'],
      skills: Array.from({ length: 30 }, (_, index) => `${index}`.padEnd(60, 'x')),
      capacity: 1000,
    };
    const { password: _, ...kept } = fits;
    expect(await create(fits)).toMatchObject({ status: 201, body: kept });
    expect(await create({ ...whole(), capacity: 0 })).toMatchObject({ status: 201, body: { capacity: 0 } });
  });

  it('may be called anything that is text, and it stays text', async () => {
    for (const name of [
      `Robert'); drop table app_user; --`,
      '<script>alert(1)</script>',
      '${7*7} {{constructor}}',
      'José 🙂',
    ]) {
      const made = await create({ ...whole(), name });
      expect(made).toMatchObject({ status: 201, body: { name } });
      const read = await host.request({ path: `/users/${made.body.id}`, headers: admin.headers });
      expect(read.body).toMatchObject({ name });
      expect(read.headers.get('content-type')).toContain('application/json');
    }
  });

  it('is trimmed, has each role and skill once, and twenty conversations unless told otherwise', async () => {
    const made = await create({
      ...whole(),
      name: '  Ana   Ruiz ',
      roles: ['advisor', 'marketing', 'advisor'],
      skills: ['a', 'a', 'b'],
    });
    expect(made.body).toMatchObject({
      name: 'Ana   Ruiz',
      roles: ['advisor', 'marketing'],
      skills: ['a', 'b'],
      capacity: 20,
    });
    expect(made.body).toMatchObject({ active: true, presence: 'offline', lastSeenAt: null, version: 1, teams: [] });
  });
});

describe('a changed user', () => {
  it.each(['name', 'email', 'password', 'roles', 'teamIds', 'skills', 'capacity', 'active'])(
    'cannot lose %s to a null',
    async (field) => {
      const before = await traces();
      const answer = await patch(luis.id, { [field]: null });
      expect([answer.status, refusedPaths(answer)]).toEqual([400, [`/${field}`]]);
      expect(await traces()).toEqual(before);
    },
  );

  it('the last administrator keeps the role, whatever stands for "no roles"', async () => {
    await host.get(Sql).rows("update app_user set active = false where id <> $1 and 'admin' = any(roles)", [admin.id]);
    for (const roles of [null, [], ['advisor']])
      expect([400, 409]).toContain((await patch(admin.id, { roles })).status);
    expect((await host.request({ path: '/api-keys', headers: admin.headers })).status).toBe(200);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ active: 'false' }, '/active'],
    [{ active: 0 }, '/active'],
    [{ presence: 'online' }, '/presence'],
    [{ lastSeenAt: '2026-01-01T00:00:00Z' }, '/lastSeenAt'],
    [{ version: 1 }, '/version'],
    [{ password: 'Luis Paz' }, '/password'],
    [{ roles: {} }, '/roles'],
  ])('is refused %j', async (body, path) => {
    const before = await traces();
    const answer = await patch(luis.id, body);
    expect([answer.status, refusedPaths(answer)]).toEqual([400, [path]]);
    expect(await traces()).toEqual(before);
  });

  it('must not have the new address or name for a password', async () => {
    const email = newEmail();
    expect(refusedPaths(await patch(luis.id, { email, password: email }))).toEqual(['/password']);
    expect(refusedPaths(await patch(luis.id, { name: 'Montañas Verdes', password: 'montañasverdes' }))).toEqual([
      '/password',
    ]);
  });

  it.each(['"x"', '3', 'W/3', '""', '"1', '"-1"', '"1e3"', '"99999999999"'])(
    'with If-Match %s is not understood',
    async (match) => {
      const answer = await host.request({
        method: 'PATCH',
        path: `/users/${luis.id}`,
        headers: { ...admin.headers, 'if-match': match },
        body: { name: 'Otro' },
      });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_if_match' } });
    },
  );

  it('that is not there, or is no id, is simply not found or not an id', async () => {
    expect(await patch(randomUUID(), { name: 'X' })).toMatchObject({ status: 404, body: { code: 'not_found' } });
    for (const id of ['1', 'me', "1' or '1'='1", '../api-keys'])
      expect([400, 404]).toContain((await patch(encodeURIComponent(id), { name: 'X' })).status);
  });
});

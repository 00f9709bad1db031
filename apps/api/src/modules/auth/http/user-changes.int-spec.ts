import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { SocketFanout } from '../../../platform/realtime/socket-fanout.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { signedInPerson, signInAs, TEST_PASSWORD, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../auth-http.module.js';
import type { Role } from '../domain/permissions.js';
import type { UserView } from './users.dto.js';

type Answered = UserView & { code: string; currentVersion: number };

let host: TestApp;
let admin: TestPerson;
let luis: TestPerson;
const cut: string[] = [];

const patch = (id: string, body: unknown, headers: Record<string, string> = {}, by = admin) =>
  host.request<Answered>({ method: 'PATCH', path: `/users/${id}`, headers: { ...by.headers, ...headers }, body });
const me = async ({ headers }: { headers: Record<string, string> }): Promise<number> =>
  (await host.request({ path: '/me', headers })).status;
const told = (id: string) =>
  host.get(Sql).rows<{
    action: string;
    detail: object;
  }>("select action, detail from audit_entry where target_type = 'user' and target_id = $1 order by id", [id]);
const activeAdministrators = async (): Promise<number> =>
  (
    await host
      .get(Sql)
      .one<{ n: number }>("select count(*)::int as n from app_user where active and 'admin' = any(roles)")
  )?.n ?? 0;

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule]);
  const fanout = host.get(SocketFanout);
  const disconnect = fanout.disconnect.bind(fanout);
  fanout.disconnect = (room: string) => {
    cut.push(room);
    disconnect(room);
  };
});
beforeEach(async () => {
  await host.get(Sql).rows('delete from app_user');
  admin = await signedInPerson(host, ['admin'], 'Dueña');
  luis = await signedInPerson(host, ['advisor'], 'Luis Paz');
  cut.length = 0;
});
afterAll(() => host.close());

describe('what somebody may do', () => {
  it.each<[string, Role[], Role[], boolean]>([
    ['one role more', ['advisor'], ['advisor', 'marketing'], true],
    ['one role less', ['advisor', 'marketing'], ['advisor'], true],
    ['another role', ['advisor'], ['supervisor'], true],
    ['the same roles in another order', ['advisor', 'marketing'], ['marketing', 'advisor'], false],
    ['the same role twice', ['advisor'], ['advisor'], false],
  ])('%s: sessions and sockets end when it differs', async (_, before, after, ends) => {
    const person = await signedInPerson(host, before);
    expect((await patch(person.id, { roles: after })).body.roles).toEqual(after);
    expect(await me(person)).toBe(ends ? 401 : 200);
    expect(cut).toEqual(ends ? [`user:${person.id}`] : []);
    const again = await signInAs(host, person.email);
    const { body } = await host.request<{ roles: Role[] }>({ path: '/me', headers: again });
    expect(body.roles).toEqual(after);
  });

  it('goes at once, in the middle of a sitting: the next request asks anew', async () => {
    const boss = await signedInPerson(host, ['admin'], 'Otra');
    expect((await host.request({ path: '/api-keys', headers: boss.headers })).status).toBe(200);
    await patch(boss.id, { roles: ['advisor'] });
    expect((await host.request({ path: '/api-keys', headers: boss.headers })).status).toBe(401);
    expect((await host.request({ path: '/api-keys', headers: await signInAs(host, boss.email) })).status).toBe(403);
  });

  it('ends all sessions of the person and nobody else`s', async () => {
    const phone = await signInAs(host, luis.email);
    const ana = await signedInPerson(host, ['advisor'], 'Ana');
    await patch(luis.id, { active: false });
    expect(await Promise.all([me(luis), me({ headers: phone }), me(ana), me(admin)])).toEqual([401, 401, 200, 200]);
    expect(cut).toEqual([`user:${luis.id}`]);
  });

  it('comes back with the person, but not with their old sessions', async () => {
    await patch(luis.id, { active: false });
    expect((await signInAs(host, luis.email)).cookie).toBe('');
    expect((await patch(luis.id, { active: true })).body).toMatchObject({ active: true, presence: 'offline' });
    expect(await me(luis)).toBe(401);
    expect((await signInAs(host, luis.email)).cookie).not.toBe('');
  });
});

describe('the last administrator', () => {
  it('cannot be taken away by two who do it to each other at the same moment', async () => {
    const other = await signedInPerson(host, ['admin'], 'Otra');
    const answers = await Promise.all([
      patch(other.id, { roles: ['advisor'] }),
      patch(admin.id, { roles: ['advisor'] }, {}, other),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(await activeAdministrators()).toBe(1);
  });

  it('may take another role beside, but not leave, however it is asked', async () => {
    expect((await patch(admin.id, { roles: ['admin', 'advisor'] })).status).toBe(200);
    admin = { ...admin, headers: await signInAs(host, admin.email) };
    for (const change of [{ roles: ['advisor'] }, { roles: ['supervisor', 'marketing'] }])
      expect(await patch(admin.id, change)).toMatchObject({ status: 409, body: { code: 'last_administrator' } });
    expect(await patch(admin.id, { active: false })).toMatchObject({ status: 409, body: { code: 'not_yourself' } });
    expect(await patch(admin.id, { active: false, roles: ['advisor'] })).toMatchObject({ status: 409 });
    expect(await activeAdministrators()).toBe(1);
  });

  it('is not somebody who has left', async () => {
    const gone = await signedInPerson(host, ['admin'], 'Ida');
    await patch(gone.id, { active: false });
    expect(await patch(admin.id, { roles: ['advisor'] })).toMatchObject({ body: { code: 'last_administrator' } });
    await patch(gone.id, { active: true });
    expect((await patch(admin.id, { roles: ['advisor'] })).status).toBe(200);
  });
});

describe('two people at one form', () => {
  it('do not overwrite each other: one of many writes on a version wins', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => patch(luis.id, { capacity: index + 1 }, { 'if-match': '"1"' })),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => !won.includes(answer)))
      expect([status, body.code, body.currentVersion]).toEqual([412, 'stale_version', 2]);
    const { body } = await host.request<UserView>({ path: `/users/${luis.id}`, headers: admin.headers });
    expect([body.version, body.capacity]).toEqual([2, won[0]?.body.capacity]);
  });

  it('without a version, the later write stands and both are on record', async () => {
    expect((await patch(luis.id, { name: 'Uno' })).body.version).toBe(2);
    expect((await patch(luis.id, { name: 'Dos' }, { 'if-match': '*' })).body).toMatchObject({
      name: 'Dos',
      version: 3,
    });
    expect((await told(luis.id)).slice(1)).toEqual([
      { action: 'user.changed', detail: { fields: ['name'] } },
      { action: 'user.changed', detail: { fields: ['name'] } },
    ]);
  });
});

describe('an e-mail', () => {
  it('that changes signs in from then on, and the old one is free', async () => {
    const fresh = `${randomUUID()}@tienda.test`;
    expect((await patch(luis.id, { email: fresh.toUpperCase() })).body.email).toBe(fresh);
    expect((await signInAs(host, luis.email)).cookie).toBe('');
    expect((await signInAs(host, fresh)).cookie).not.toBe('');
    const ana = await signedInPerson(host, ['advisor'], 'Ana');
    expect((await patch(ana.id, { email: luis.email })).status).toBe(200);
  });

  it('belongs to one person, also when many want it at once', async () => {
    const wanted = `${randomUUID()}@tienda.test`;
    const people = await Promise.all([1, 2, 3].map(() => signedInPerson(host, ['advisor'])));
    const answers = await Promise.all(people.map(({ id }) => patch(id, { email: wanted })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('email_taken');
    const owner = people[answers.findIndex(({ status }) => status === 200)];
    expect(refused?.text).not.toContain(owner?.id);
    expect(refused?.text).not.toContain(wanted);
  });

  it('stays with who has left', async () => {
    await patch(luis.id, { active: false });
    expect(await patch(admin.id, { email: luis.email })).toMatchObject({ status: 409, body: { code: 'email_taken' } });
  });
});

describe('the record', () => {
  it('names what was done and the fields, never what they hold', async () => {
    await patch(luis.id, { name: 'Luis Páez', email: `${randomUUID()}@tienda.test`, skills: ['secreta'] });
    await patch(luis.id, { password: 'viento-en-cotopaxi' });
    await patch(luis.id, { roles: ['supervisor'] });
    await patch(luis.id, { active: false });
    await patch(luis.id, { active: true });
    expect(await told(luis.id)).toEqual([
      { action: 'user.created', detail: { roles: ['advisor'], teamIds: [] } },
      { action: 'user.changed', detail: { fields: ['name', 'email', 'skills'] } },
      { action: 'user.changed', detail: { fields: ['password'] } },
      { action: 'user.changed', detail: { fields: ['roles'], roles: ['supervisor'] } },
      { action: 'user.deactivated', detail: { fields: ['active'] } },
      { action: 'user.activated', detail: { fields: ['active'] } },
    ]);
  });

  it('says nothing of what was refused', async () => {
    const before = await told(luis.id);
    await patch(luis.id, { email: admin.email });
    await patch(luis.id, { teamIds: [randomUUID()] });
    await patch(luis.id, { password: '1234567890' });
    await patch(luis.id, { name: 'X' }, { 'if-match': '"9"' });
    expect(await told(luis.id)).toEqual(before);
    expect(await me(luis)).toBe(200);
    expect((await signInAs(host, luis.email, TEST_PASSWORD)).cookie).not.toBe('');
  });
});

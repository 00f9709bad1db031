import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../../platform/clock/system-clock.js';
import { Sql } from '../../../platform/database/sql.js';
import { SocketAdmission } from '../../../platform/realtime/socket-admission.js';
import { permissionsOf } from '../domain/permissions.js';
import { SocketFanout } from '../../../platform/realtime/socket-fanout.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../auth-http.module.js';
import { ForgetEndedSessionsJob } from '../jobs/forget-ended-sessions.job.js';
import { AuthWorkerModule } from '../auth-worker.module.js';
import { CreateUser } from '../services/create-user.js';

const PASSWORD = 'lluvia-sobre-quito';
const DAY_MS = 86_400_000;
let host: TestApp;
let email: string;
let userId: string;
const cut: string[] = [];

async function signIn(password = PASSWORD): Promise<{ cookie: string }> {
  const answer = await host.request({
    method: 'POST',
    path: '/auth/sign-in',
    body: { email, password },
    from: randomUUID(),
  });
  expect(answer.status).toBe(200);
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}
const me = async (headers: Record<string, string>): Promise<number> =>
  (await host.request({ path: '/me', headers })).status;
const sessionsOf = async (headers: Record<string, string>) =>
  (
    await host.request<{ data: { id: string; current: boolean; address: string }[] }>({
      path: '/auth/sessions',
      headers,
    })
  ).body.data;

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, AuthWorkerModule]);
  const fanout = host.get(SocketFanout);
  const disconnect = fanout.disconnect.bind(fanout);
  fanout.disconnect = (room: string) => {
    cut.push(room);
    disconnect(room);
  };
});
beforeEach(async () => {
  host.get(SystemClock).shiftTo(0);
  cut.length = 0;
  email = `${randomUUID()}@tienda.test`;
  userId = await host
    .get(CreateUser)
    .create('system', { name: 'Paula Mendoza', email, password: PASSWORD, roles: ['advisor'] });
});
afterAll(() => host.close());

describe('a session', () => {
  it('opens what is personal until it is signed out, and takes the person offline with it', async () => {
    const phone = await signIn();
    const laptop = await signIn();
    expect(
      (await host.request({ method: 'POST', path: '/auth/sign-out', headers: phone })).headers.get('set-cookie'),
    ).toContain('Max-Age=0');
    expect(await me(phone)).toBe(401);
    expect((await host.request<{ presence: string }>({ path: '/me', headers: laptop })).body.presence).toBe('online');
    await host.request({ method: 'POST', path: '/auth/sign-out', headers: laptop });
    expect((await host.request<{ presence: string }>({ path: '/me', headers: await signIn() })).body.presence).toBe(
      'online',
    );
    expect(cut.filter((room) => room.startsWith('session:'))).toHaveLength(2);
  });

  it('says whose it is, and that it is nobody`s once it ended or never was', async () => {
    const whose = async (headers: Record<string, string>) => {
      const answer = await host.request({ path: '/auth/session', headers });
      return [answer.status, answer.headers.get('cache-control'), answer.body];
    };
    const nobody = [200, 'no-store', { user: null }];
    expect(await whose({})).toEqual(nobody);
    expect(await whose({ cookie: `hilo_session=${'x'.repeat(43)}` })).toEqual(nobody);
    const headers = await signIn();
    const { body: user } = await host.request({ path: '/me', headers });
    expect(user).toMatchObject({ id: userId });
    expect(await whose(headers)).toEqual([200, 'no-store', { user }]);
    await host.request({ method: 'POST', path: '/auth/sign-out', headers });
    expect(await whose(headers)).toEqual(nobody);
  });

  it('ends when idle for a week, and after thirty days however busy', async () => {
    const clock = host.get(SystemClock);
    const idle = await signIn();
    const busy = await signIn();
    for (const day of [6, 12, 18, 24, 29]) {
      clock.shiftTo(day * DAY_MS);
      expect(await me(busy)).toBe(200);
    }
    expect(await me(idle)).toBe(401);
    clock.shiftTo(30 * DAY_MS);
    expect(await me(busy)).toBe(401);
    const job = host.get(ForgetEndedSessionsJob);
    expect(await job.run()).toBeGreaterThanOrEqual(2);
    expect(await job.run()).toBe(0);
  });

  it('is kept only as a keyed hash', async () => {
    const { cookie } = await signIn();
    const rows = await host.get(Sql).rows('select * from session where user_id = $1', [userId]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(cookie.replace('hilo_session=', ''));
  });

  it('is listed and revoked by its owner alone', async () => {
    const [mine, other] = [await signIn(), await signIn()];
    const listed = await sessionsOf(mine);
    expect(listed).toHaveLength(2);
    expect(listed.filter((session) => session.current)).toHaveLength(1);
    const target = listed.find((session) => !session.current)?.id ?? '';
    email = `${randomUUID()}@tienda.test`;
    await host.get(CreateUser).create('system', { name: 'Eva', email, password: PASSWORD, roles: ['admin'] });
    const stranger = await signIn();
    expect((await host.request({ method: 'DELETE', path: `/auth/sessions/${target}`, headers: stranger })).status).toBe(
      404,
    );
    expect(await me(other)).toBe(200);
    expect((await host.request({ method: 'DELETE', path: `/auth/sessions/${target}`, headers: mine })).status).toBe(
      204,
    );
    expect(await me(other)).toBe(401);
    expect(cut).toEqual([`session:${target}`]);
  });
});

describe('POST /auth/change-password', () => {
  const change = (headers: Record<string, string>, currentPassword: string, newPassword: string) =>
    host.request<{ endedSessions: number; errors: { path: string }[] }>({
      method: 'POST',
      path: '/auth/change-password',
      body: { currentPassword, newPassword },
      headers,
    });

  it('ends every other session and its sockets, and the old password opens nothing', async () => {
    const [mine, other] = [await signIn(), await signIn()];
    const ids = (await sessionsOf(mine))
      .filter((session) => !session.current)
      .map((session) => `session:${session.id}`);
    expect((await change(mine, PASSWORD, 'viento-en-cotopaxi')).body).toEqual({ endedSessions: 1 });
    expect([await me(mine), await me(other)]).toEqual([200, 401]);
    expect(cut).toEqual(ids);
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
    await signIn('viento-en-cotopaxi');
  });

  it('wants the current one right and the new one strong', async () => {
    const mine = await signIn();
    expect(await change(mine, 'not-my-password', 'viento-en-cotopaxi')).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/currentPassword' }] },
    });
    expect(await change(mine, PASSWORD, '1234567890')).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/newPassword' }] },
    });
    await signIn();
  });

  it('cannot be used to guess the password with a stolen session', async () => {
    const stolen = await signIn();
    const answers: number[] = [];
    for (let index = 0; index < 11; index += 1)
      answers.push((await change(stolen, `guess-${index}`, 'viento-en-cotopaxi')).status);
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
  });
});

describe('a socket', () => {
  it('is admitted by the cookie to the person`s rooms, and by nothing else', async () => {
    const admission = host.get(SocketAdmission);
    const { cookie } = await signIn();
    const [session] = await sessionsOf({ cookie });
    const principal = { id: userId, kind: 'user', name: 'Paula Mendoza', permissions: [...permissionsOf(['advisor'])] };
    const hearing = [`user:${userId}`, 'inbox:unassigned'];
    const rooms = ['everyone', ...hearing, `session:${session?.id}`, ...hearing.map((room) => `assistant:${room}`)];
    expect(await admission.admit({ cookie }, {})).toEqual({ principal, rooms });
    expect(await admission.admit({}, {})).toBeUndefined();
    expect(await admission.admit({ cookie: `hilo_session=${'a'.repeat(43)}` }, {})).toBeUndefined();
    expect(await admission.admit({}, { token: { $ne: '' } })).toBeUndefined();
  });
});

describe('PATCH /me', () => {
  it('keeps preferences one by one and tells presence', async () => {
    const headers = await signIn();
    const patch = (body: unknown) => host.request({ method: 'PATCH', path: '/me', body, headers });
    expect((await patch({ preferences: { theme: 'dark' } })).status).toBe(200);
    expect((await patch({ presence: 'away', preferences: { enterSends: false } })).body).toMatchObject({
      presence: 'away',
      preferences: { theme: 'dark', enterSends: false, language: null },
    });
    for (const body of [
      { preferences: { theme: 'pink' } },
      { preferences: { isAdmin: true } },
      { preferences: [] },
      { roles: ['admin'] },
      { presence: 'invisible' },
    ])
      expect((await patch(body)).status).toBe(400);
  });
});

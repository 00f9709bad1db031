import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../../platform/clock/system-clock.js';
import { Sql } from '../../../platform/database/sql.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { signedInPerson, signInAs, TEST_PASSWORD, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../auth-http.module.js';
import { DEFAULT_PREFERENCES } from '../domain/preferences.js';

let host: TestApp;
let paula: TestPerson;

interface SessionRow {
  id: string;
  current: boolean;
  lastUsedAt: string;
}
const me = async (headers: Record<string, string>): Promise<number> =>
  (await host.request({ path: '/me', headers })).status;
const sessions = async (headers: Record<string, string>): Promise<SessionRow[]> =>
  (await host.request<{ data: SessionRow[] }>({ path: '/auth/sessions', headers })).body.data;
const patchMe = (body: unknown, headers: Record<string, string> = paula.headers) =>
  host.request({ method: 'PATCH', path: '/me', body, headers });
const changePassword = (body: unknown, headers: Record<string, string> = paula.headers) =>
  host.request({ method: 'POST', path: '/auth/change-password', body, headers });

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule]);
});
beforeEach(async () => {
  host.get(SystemClock).shiftTo(0);
  paula = await signedInPerson(host, ['admin'], 'Paula Mendoza');
});
afterAll(() => host.close());

describe('a write that comes by the cookie', () => {
  const OURS = 'http://localhost:3000';
  const origins: [string, Record<string, string>, boolean][] = [
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }, false],
    ['another site that says it is ours', { 'sec-fetch-site': 'cross-site', origin: OURS }, false],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }, false],
    ['a site of an old browser', { origin: 'https://evil.test' }, false],
    ['a sandboxed frame', { origin: 'null' }, false],
    ['a file', { origin: 'file://' }, false],
    ['something that is no origin', { origin: 'x y z' }, false],
    ['a word that no browser says', { 'sec-fetch-site': 'trust-me' }, false],
    ['our page', { 'sec-fetch-site': 'same-origin' }, true],
    ['the address bar', { 'sec-fetch-site': 'none' }, true],
    ['a program', {}, true],
  ];

  it.each(origins)('from %s', async (_, headers, letIn) => {
    const tables = ['app_user', 'team', 'session', 'api_key'];
    const before = await keptRows(host.get(Sql), tables);
    const writes = [
      await host.request({
        method: 'POST',
        path: '/teams',
        body: { name: `T ${randomUUID()}` },
        headers: { ...paula.headers, ...headers },
      }),
      await patchMe({ preferences: { theme: 'dark' } }, { ...paula.headers, ...headers }),
      await host.request({
        method: 'DELETE',
        path: `/teams/${randomUUID()}`,
        headers: { ...paula.headers, ...headers },
      }),
    ];
    expect(writes.map(({ status }) => status)).toEqual(letIn ? [201, 200, 404] : [403, 403, 403]);
    if (letIn) return;
    for (const { body } of writes) expect(body).toMatchObject({ code: 'foreign_origin' });
    expect(await keptRows(host.get(Sql), tables)).toEqual(before);
  });

  it.each(origins)('reading is no write, also from %s', async (_, headers) => {
    expect(await me({ ...paula.headers, ...headers })).toBe(200);
  });
});

describe('a cookie', () => {
  const token = () => paula.headers.cookie.replace('hilo_session=', '');

  it.each<[string, (mine: string) => string, number]>([
    ['among others', (mine) => `theme=dark; hilo_session=${mine}; lang=es`, 200],
    ['without a blank', (mine) => `theme=dark;hilo_session=${mine}`, 200],
    ['after one of the name that is no token', (mine) => `hilo_session=x; hilo_session=${mine}`, 200],
    [
      'after one of the name that is a stranger`s',
      (mine) => `hilo_session=${'a'.repeat(43)}; hilo_session=${mine}`,
      401,
    ],
    ['under another name', (mine) => `Hilo_Session=${mine}`, 401],
    ['in quotes', (mine) => `hilo_session="${mine}"`, 401],
    ['cut short', (mine) => `hilo_session=${mine.slice(0, -1)}`, 401],
    ['with more behind it', (mine) => `hilo_session=${mine}x`, 401],
    ['that asks the database', () => `hilo_session=' or '1'='1`, 401],
    ['that is empty', () => 'hilo_session=', 401],
    ['that is endless', () => `hilo_session=${'a'.repeat(4000)}`, 401],
  ])('%s', async (_, cookieOf, status) => {
    expect(await me({ cookie: cookieOf(token()) })).toBe(status);
  });

  it('is worth nothing once the secret behind its hash is another', async () => {
    await host.get(Sql).rows("update session set token_hash = 'x' || token_hash where user_id = $1", [paula.id]);
    expect(await me(paula.headers)).toBe(401);
  });
});

describe('own sessions', () => {
  it('are listed, the last used first, and the ended ones not at all', async () => {
    const clock = host.get(SystemClock);
    clock.shiftTo(3_600_000);
    const later = await signInAs(host, paula.email);
    clock.shiftTo(2 * 3_600_000);
    await me(later);
    const listed = await sessions(later);
    expect(listed.map(({ current }) => current)).toEqual([true, false]);
    expect(listed.map(({ lastUsedAt }) => lastUsedAt)).toEqual(
      listed
        .map(({ lastUsedAt }) => lastUsedAt)
        .toSorted()
        .reverse(),
    );
    await host.request({ method: 'POST', path: '/auth/sign-out', headers: later });
    expect(await sessions(paula.headers)).toHaveLength(1);
  });

  it('that are a stranger`s, gone or never there are not found, all in the same words', async () => {
    const stranger = await signedInPerson(host, ['advisor']);
    const [theirs] = await sessions(stranger.headers);
    const gone = await signInAs(host, paula.email);
    const ended = (await sessions(gone)).find(({ current }) => current)?.id ?? '';
    await host.request({ method: 'POST', path: '/auth/sign-out', headers: gone });
    const answers = await Promise.all(
      [theirs?.id, ended, randomUUID()].map((id) =>
        host.request({ method: 'DELETE', path: `/auth/sessions/${id}`, headers: paula.headers }),
      ),
    );
    const said = answers.map(({ status, body }) => [status, body['code'], body['detail']]);
    expect(said).toEqual([said[0], said[0], said[0]]);
    expect(said[0]?.[0]).toBe(404);
    expect(await me(stranger.headers)).toBe(200);
  });

  it('may be ended from within: the request after is nobody`s', async () => {
    const [own] = await sessions(paula.headers);
    expect(
      (await host.request({ method: 'DELETE', path: `/auth/sessions/${own?.id}`, headers: paula.headers })).status,
    ).toBe(204);
    expect(await me(paula.headers)).toBe(401);
  });

  it('end once: of two sign-outs at the same moment one finds nothing', async () => {
    const out = () => host.request({ method: 'POST', path: '/auth/sign-out', headers: paula.headers });
    const statuses = (await Promise.all([out(), out()])).map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    for (const status of statuses) expect([204, 401, 404]).toContain(status);
  });
});

describe('the own password', () => {
  it.each<[unknown, string[]]>([
    [{}, ['/currentPassword', '/newPassword']],
    [{ currentPassword: null, newPassword: null }, ['/currentPassword', '/newPassword']],
    [{ currentPassword: [TEST_PASSWORD], newPassword: { a: 1 } }, ['/currentPassword', '/newPassword']],
    [{ currentPassword: '', newPassword: 'x'.repeat(201) }, ['/currentPassword', '/newPassword']],
    [{ currentPassword: TEST_PASSWORD, newPassword: 'corta' }, ['/newPassword']],
    [{ currentPassword: TEST_PASSWORD, newPassword: 'PaulaMendoza' }, ['/newPassword']],
    [{ currentPassword: TEST_PASSWORD, newPassword: 'viento-en-cotopaxi', userId: 'x' }, ['/userId']],
  ])('is not changed by %j', async (body, paths) => {
    const answer = await changePassword(body);
    expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
    expect((await signInAs(host, paula.email)).cookie).not.toBe('');
  });

  it('is on record without a word of it', async () => {
    expect((await changePassword({ currentPassword: TEST_PASSWORD, newPassword: 'viento-en-cotopaxi' })).status).toBe(
      200,
    );
    const rows = await keptRows(host.get(Sql), ['audit_entry', 'app_user']);
    expect(rows.filter((row) => row.includes('password.changed') && row.includes(paula.id))).toHaveLength(1);
    expect(rows.filter((row) => row.includes('cotopaxi') || row.includes(TEST_PASSWORD))).toEqual([]);
  });
});

describe('/me', () => {
  it('has everything a new person needs, and no language until they choose one', async () => {
    const { body } = await host.request<{ preferences: object; permissions: string[] }>({
      path: '/me',
      headers: paula.headers,
    });
    expect(body.preferences).toEqual({ ...DEFAULT_PREFERENCES, language: null });
    expect(body.permissions).toContain('users:manage');
  });

  it.each(Object.keys(DEFAULT_PREFERENCES))('cannot lose %s to a null or a list', async (field) => {
    for (const value of [null, [], {}]) {
      const answer = await patchMe({ preferences: { [field]: value } });
      expect([answer.status, refusedPaths(answer)]).toEqual([400, [`/preferences/${field}`]]);
    }
    expect((await host.request({ path: '/me', headers: paula.headers })).body).toMatchObject({
      preferences: DEFAULT_PREFERENCES,
    });
  });

  it('names every preference that does not fit at once', async () => {
    const preferences = {
      language: 'fr',
      theme: 1,
      sound: 'yes',
      soundVolume: 101,
      soundScope: 'none',
      undoSendSeconds: 10.5,
      isAdmin: true,
    };
    const answer = await patchMe({ presence: 'busy', preferences, roles: ['admin'] });
    expect(refusedPaths(answer)).toEqual(
      ['/presence', '/roles', ...Object.keys(preferences).map((field) => `/preferences/${field}`)].sort(),
    );
  });

  it('keeps what other windows of the same person set at the same moment', async () => {
    const chosen = [{ theme: 'dark' }, { soundVolume: 5 }, { language: 'pt-BR' }, { enterSends: false }];
    const answers = await Promise.all(chosen.map((preferences) => patchMe({ preferences })));
    expect(answers.map(({ status }) => status)).toEqual(chosen.map(() => 200));
    const { body } = await host.request({ path: '/me', headers: paula.headers });
    expect(body).toMatchObject({ preferences: Object.assign({}, ...chosen) as object });
  });

  it('does not get in the way of who has the same person open in a form', async () => {
    await patchMe({ presence: 'away', preferences: { theme: 'dark' } });
    const answer = await host.request({
      method: 'PATCH',
      path: `/users/${paula.id}`,
      headers: { ...paula.headers, 'if-match': '"1"' },
      body: { name: 'Paula M.' },
    });
    expect(answer).toMatchObject({ status: 200, body: { name: 'Paula M.', presence: 'away', version: 2 } });
    const { body } = await host.request({ path: '/me', headers: paula.headers });
    expect(body).toMatchObject({ preferences: { theme: 'dark' } });
  });
});

import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../../platform/clock/system-clock.js';
import { Sql } from '../../../platform/database/sql.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { signedInPerson, TEST_PASSWORD, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../auth-http.module.js';
import { TRIES_PER_ACCOUNT } from '../services/credential-check.js';

let host: TestApp;
let paula: TestPerson;
let address = 0;
/** Counters outlive a run: each has a network of its own. */
const network = `10.${randomInt(256)}.${randomInt(256)}`;
const freshAddress = (): string => `${network}.${(address += 1)}`;

const post = (body: unknown, headers: Record<string, string> = {}) =>
  host.request({ method: 'POST', path: '/auth/sign-in', body, from: freshAddress(), headers });
const signIn = (email: string, password = TEST_PASSWORD) => post({ email, password });
const me = async (headers: Record<string, string>): Promise<number> =>
  (await host.request({ path: '/me', headers })).status;
const traces = () => keptRows(host.get(Sql), ['session', 'audit_entry']);

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule]);
});
beforeEach(async () => {
  host.get(SystemClock).shiftTo(0);
  paula = await signedInPerson(host, ['advisor'], 'Paula Mendoza');
});
afterAll(() => host.close());

describe('whoever may not come in', () => {
  it('is told the same, whoever they are, and leaves no trace', async () => {
    const gone = await signedInPerson(host, ['advisor'], 'Rosa Vega');
    await host.get(Sql).rows('update app_user set active = false where id = $1', [gone.id]);
    const before = await traces();
    const answers = [
      await signIn(`${randomUUID()}@tienda.test`),
      await signIn(paula.email, 'not-her-password'),
      await signIn(gone.email),
      await signIn(gone.email, 'not-her-password'),
      await signIn(paula.email, `${TEST_PASSWORD} `),
      await signIn(paula.email, TEST_PASSWORD.toUpperCase()),
    ];
    const [first, ...others] = answers.map(({ status, body, headers }) => ({
      status,
      body: { ...body, requestId: '' },
      cookie: headers.get('set-cookie'),
      names: [...headers.keys()].sort(),
    }));
    expect(first).toMatchObject({ status: 401, body: { code: 'wrong_credentials' }, cookie: null });
    for (const other of others) expect(other).toEqual(first);
    expect(await traces()).toEqual(before);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', {}, ['/email', '/password']],
    ['numbers', { email: 7, password: 7 }, ['/email', '/password']],
    [
      'objects that a query language would read',
      { email: { $ne: '' }, password: { $ne: '' } },
      ['/email', '/password'],
    ],
    ['lists', { email: ['a@b.co'], password: ['x'] }, ['/email', '/password']],
    ['nulls', { email: null, password: null }, ['/email', '/password']],
    ['an address without a place', { email: 'paula', password: 'x' }, ['/email']],
    ['an address that is too long', { email: `${'a'.repeat(250)}@b.co`, password: 'x' }, ['/email']],
    ['no password', { email: 'a@b.co', password: '' }, ['/password']],
    ['a password of a megabyte', { email: 'a@b.co', password: 'x'.repeat(1_000) }, ['/password']],
    [
      'more than is asked',
      { email: 'a@b.co', password: 'x', remember: true, roles: ['admin'] },
      ['/remember', '/roles'],
    ],
  ])('hears about every field at once: %s', async (_, body, paths) => {
    const before = await traces();
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(refusedPaths(answer)).toEqual(paths);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await traces()).toEqual(before);
  });

  it.each([
    ['text', 'text/plain', 'email=a', 400],
    ['half a document', 'application/json', '{"email":', 400],
    ['a list', 'application/json', '[]', 400],
    ['a word', 'application/json', '"paula"', 400],
  ])('cannot send %s', async (_, type, body, status) => {
    const answer = await fetch(`${host.origin}/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-forwarded-for': freshAddress() },
      body,
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.text()).not.toMatch(/at \w+ \(|node_modules|SyntaxError/);
  });
});

describe('tries', () => {
  it('count for one account however its address is written', async () => {
    const [name = '', place = ''] = paula.email.split('@');
    const spellings = [paula.email, `${name.toUpperCase()}@${place}`, `${name}@${place.toUpperCase()}`];
    for (let index = 0; index < TRIES_PER_ACCOUNT; index += 1)
      expect((await signIn(spellings[index % spellings.length] ?? '', `guess-${index}`)).status).toBe(401);
    for (const spelling of spellings) expect((await signIn(spelling)).status).toBe(429);
  });

  it('start again after the right password', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let index = 1; index < TRIES_PER_ACCOUNT; index += 1)
        expect((await signIn(paula.email, `guess-${index}`)).status).toBe(401);
      expect((await signIn(paula.email)).status).toBe(200);
    }
  });

  it('that are too many open nothing even with the right password, and shut nobody out who is in', async () => {
    await Promise.all(Array.from({ length: TRIES_PER_ACCOUNT }, (_, index) => signIn(paula.email, `guess-${index}`)));
    const before = await traces();
    const locked = await signIn(paula.email);
    expect(locked).toMatchObject({ status: 429, body: { code: 'too_many_tries' } });
    expect(locked.headers.get('set-cookie')).toBeNull();
    expect(await traces()).toEqual(before);
    expect(await me(paula.headers)).toBe(200);
  });

  it('are not counted when they were not understood', async () => {
    for (let index = 0; index <= TRIES_PER_ACCOUNT; index += 1)
      expect((await post({ email: paula.email, password: '' })).status).toBe(400);
    expect((await signIn(paula.email)).status).toBe(200);
  });
});

describe('coming in', () => {
  it('keeps where from and with what, as long as that is', async () => {
    const from = freshAddress();
    await host.request({
      method: 'POST',
      path: '/auth/sign-in',
      body: { email: paula.email, password: TEST_PASSWORD },
      from,
      headers: { 'user-agent': `Firefox ${'x'.repeat(400)}` },
    });
    const { body } = await host.request<{ data: { address: string; userAgent: string }[] }>({
      path: '/auth/sessions',
      headers: paula.headers,
    });
    const session = body.data.find((one) => one.address === from);
    expect(session?.userAgent).toHaveLength(300);
    expect(session?.userAgent).toMatch(/^Firefox x+$/);
  });

  it('again makes another session: the first stays, and neither can be guessed from the other', async () => {
    const again = await signIn(paula.email);
    const cookie = (again.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(cookie).not.toBe(paula.headers.cookie);
    expect([await me({ cookie }), await me(paula.headers)]).toEqual([200, 200]);
  });

  it('does not take over a session that somebody else put into the browser', async () => {
    const planted = `hilo_session=${'a'.repeat(43)}`;
    const answer = await post({ email: paula.email, password: TEST_PASSWORD }, { cookie: planted });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).not.toContain(planted);
    expect(await me({ cookie: planted })).toBe(401);
  });

  it('is written down with the session, without a password or an address', async () => {
    const rows = await host
      .get(Sql)
      .rows<{ line: string }>(
        "select e::text as line from audit_entry e where actor_id = $1 and action = 'session.opened'",
        [paula.id],
      );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.line).not.toContain(TEST_PASSWORD);
    expect(rows[0]?.line).not.toContain(paula.email);
  });
});

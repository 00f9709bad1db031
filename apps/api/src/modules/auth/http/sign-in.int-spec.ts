import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../auth-http.module.js';
import { CreateUser } from '../services/create-user.js';
import { TRIES_PER_ACCOUNT, TRIES_PER_ADDRESS } from '../services/credential-check.js';

const PASSWORD = 'lluvia-sobre-quito';
let host: TestApp;
let address = 0;
/** Counters outlive a run: each has a network of its own. */
const network = `10.${randomInt(256)}.${randomInt(256)}`;

const signIn = (
  email: string,
  password = PASSWORD,
  from = `${network}.${(address += 1)}`,
  headers: Record<string, string> = {},
) =>
  host.request({
    method: 'POST',
    path: '/auth/sign-in',
    body: { email, password },
    from,
    headers: { 'user-agent': 'Firefox', ...headers },
  });

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule]);
  await host
    .get(CreateUser)
    .create('system', { name: 'Paula Mendoza', email: 'Paula@Tienda.test', password: PASSWORD, roles: ['advisor'] });
});
afterAll(() => host.close());

describe('POST /auth/sign-in', () => {
  it('opens a session in a cookie that scripts cannot read, and says who came', async () => {
    const answer = await signIn('paula@tienda.TEST');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^hilo_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { user } = answer.body as { user: Record<string, unknown> };
    expect(user).toMatchObject({
      name: 'Paula Mendoza',
      initials: 'PM',
      email: 'paula@tienda.test',
      roles: ['advisor'],
      presence: 'online',
      preferences: { language: null, enterSends: true },
    });
    expect(user['permissions']).toContain('messages:send');
    expect(answer.text).not.toContain('argon2');
  });

  it('answers alike whether the person or the password is wrong', async () => {
    const [unknown, wrong] = await Promise.all([
      signIn('nobody@tienda.test'),
      signIn('paula@tienda.test', 'another-password'),
    ]);
    const bare = (body: object) => ({ ...body, requestId: '' });
    expect(unknown.status).toBe(401);
    expect(bare(wrong.body)).toEqual(bare(unknown.body));
    expect(bare(wrong.body)).toMatchObject({ code: 'wrong_credentials', status: 401 });
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it('refuses what is not text, without asking anybody', async () => {
    for (const body of [
      { email: { $gt: '' }, password: ['x'] },
      { email: 'paula@tienda.test' },
      { email: 'a@b.co', password: PASSWORD, role: 'admin' },
      [],
    ]) {
      const answer = await host.request({ method: 'POST', path: '/auth/sign-in', body, from: `${network}.250` });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code: 'validation_failed' });
    }
  });

  it('refuses another site`s page', async () => {
    const answer = await signIn('paula@tienda.test', PASSWORD, `${network}.251`, {
      'sec-fetch-site': 'cross-site',
      origin: 'https://evil.test',
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'foreign_origin' });
  });
});

describe('brute force', () => {
  it('stops at the account, from however many addresses, and leaves other accounts alone', async () => {
    await host
      .get(CreateUser)
      .create('system', { name: 'Ana', email: 'ana@tienda.test', password: PASSWORD, roles: ['advisor'] });
    const tries = await Promise.all(
      Array.from({ length: TRIES_PER_ACCOUNT }, (_, index) => signIn('ana@tienda.test', `guess-number-${index}`)),
    );
    expect(new Set(tries.map((answer) => answer.status))).toEqual(new Set([401]));
    const locked = await signIn('ana@tienda.test');
    expect(locked.status).toBe(429);
    expect(locked.body).toMatchObject({ code: 'too_many_tries', retryAfterS: expect.any(Number) });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn('paula@tienda.test')).status).toBe(200);
  });

  it('locks unknown accounts just the same', async () => {
    const codes: number[] = [];
    for (let index = 0; index <= TRIES_PER_ACCOUNT; index += 1)
      codes.push((await signIn('ghost@tienda.test', 'whatever-it-is')).status);
    expect(codes).toEqual([...Array.from({ length: TRIES_PER_ACCOUNT }, () => 401), 429]);
  });

  it('stops at the address, whoever it tries', async () => {
    const tries = await Promise.all(
      Array.from({ length: TRIES_PER_ADDRESS + 1 }, (_, index) =>
        signIn(`user${index}@tienda.test`, 'whatever-it-is', `${network}.252`),
      ),
    );
    expect(tries.filter((answer) => answer.status === 429)).toHaveLength(1);
    expect((await signIn('paula@tienda.test', PASSWORD, `${network}.252`)).status).toBe(429);
  });
});

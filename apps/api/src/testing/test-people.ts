import { randomUUID } from 'node:crypto';
import { ApiKeys, CreateUser, type Permission, type Role } from '../modules/auth/index.js';
import type { TestApp } from './test-app.js';

export const TEST_PASSWORD = 'lluvia-sobre-quito';

export interface TestPerson {
  id: string;
  email: string;
  headers: { cookie: string };
}

export interface TestKey {
  id: string;
  headers: { authorization: string };
}

/** The session cookie that signing in brings; empty when it was refused. Each try seems to come from an address of its own. */
export async function signInAs(host: TestApp, email: string, password = TEST_PASSWORD): Promise<{ cookie: string }> {
  const answer = await host.request({
    method: 'POST',
    path: '/auth/sign-in',
    body: { email, password },
    from: randomUUID(),
  });
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

/** Somebody new with these roles, signed in through the door that everybody uses. */
export async function signedInPerson(host: TestApp, roles: readonly Role[], name = 'Paula'): Promise<TestPerson> {
  const email = `${randomUUID()}@tienda.test`;
  const id = await host.get(CreateUser).create('system', { name, email, password: TEST_PASSWORD, roles });
  return { id, email, headers: await signInAs(host, email) };
}

/** Another system with a key of these scopes. */
export async function keyWith(host: TestApp, scopes: readonly Permission[] | 'all', name = 'ERP'): Promise<TestKey> {
  const { row, key } = await host.get(ApiKeys).create('system', { name, scopes });
  return { id: row.id, headers: { authorization: `Bearer ${key}` } };
}

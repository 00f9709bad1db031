import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Sql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids/uuid.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { ApiKeys, AuthHttpModule, CreateUser, type Permission, type Role } from '../../auth/index.js';
import { AiAssistantHttpModule } from '../ai-assistant-http.module.js';

const PASSWORD = 'lluvia-sobre-quito';
const ID = newId();
const ROUTES = [
  ['POST', '/assistant/analyse', { text: 'hola' }, 'use', 200],
  ['GET', `/assistant/turns?conversationId=${ID}`, undefined, 'use', 404],
  ['GET', `/assistant/turns/${ID}`, undefined, 'use', 404],
  ['POST', `/assistant/turns/${ID}/feedback`, { thumb: 'up' }, 'use', 404],
  ['POST', `/assistant/turns/${ID}/use`, {}, 'use', 404],
  ['POST', `/assistant/turns/${ID}/dismiss`, {}, 'use', 404],
  ['GET', `/conversations/${ID}/qualification`, undefined, 'use', 404],
  ['POST', `/conversations/${ID}/qualification/reset`, {}, 'use', 404],
  ['GET', '/assistant/settings', undefined, 'manage', 200],
  ['PUT', '/assistant/settings', {}, 'manage', 200],
] as const;

let host: TestApp;
beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, AiAssistantHttpModule]);
});
afterAll(() => host.close());

async function cookieOf(role: Role): Promise<Record<string, string>> {
  const email = `${randomUUID()}@tienda.test`;
  await host
    .get(CreateUser, { strict: false })
    .create('system', { name: 'Paula', email, password: PASSWORD, roles: [role] });
  const answer = await host.request({
    method: 'POST',
    path: '/auth/sign-in',
    body: { email, password: PASSWORD },
    from: randomUUID(),
  });
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '', origin: host.origin };
}
async function keyWith(...scopes: Permission[]): Promise<Record<string, string>> {
  const { key } = await host.get(ApiKeys, { strict: false }).create('system', { name: 'ERP', scopes });
  return { authorization: `Bearer ${key}` };
}
async function conversation(): Promise<string> {
  const [id, contact, channel, at] = [newId(), newId(), newId(), new Date('2026-11-20T10:00:00Z')];
  const sql = host.get(Sql, { strict: false });
  await sql.rows('insert into contact (id, created_at, updated_at) values ($1, $2, $2)', [contact, at]);
  await sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at) values ($1, 'whatsapp_cloud', 'V', '1', 'http://x', 'x', 'EC', true, 80, $2, $2)`,
    [channel, at],
  );
  await sql.rows(
    `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, created_at, activity_at) values ($1, $2, $3, 'open', 'suggest', 'person', $4, $4)`,
    [id, contact, channel, at],
  );
  return id;
}
const status = async (
  [method, path, body]: (typeof ROUTES)[number],
  headers: Record<string, string>,
): Promise<number> => (await host.request({ method, path, headers, ...(body && { body }) })).status;

describe('the routes of the assistant', () => {
  it.each(ROUTES)('%s %s is for nobody who has not signed in', async (...route) => {
    expect(await status(route, {})).toBe(401);
  });

  it.each([
    ['admin', { use: true, manage: true }],
    ['supervisor', { use: true, manage: true }],
    ['advisor', { use: true, manage: false }],
    ['marketing', { use: false, manage: false }],
  ] as const)('as %s: %j', async (role, may) => {
    const cookie = await cookieOf(role);
    for (const route of ROUTES)
      expect([route[1], await status(route, cookie)]).toEqual([route[1], may[route[3]] ? route[4] : 403]);
  });

  it('are for keys of their scope only', async () => {
    const [use, manage, other] = [
      await keyWith('assistant:use'),
      await keyWith('assistant:manage'),
      await keyWith('leads:read'),
    ];
    for (const route of ROUTES) {
      expect([route[1], await status(route, use)]).toEqual([route[1], route[3] === 'use' ? route[4] : 403]);
      expect([route[1], await status(route, manage)]).toEqual([route[1], route[3] === 'manage' ? route[4] : 403]);
      expect(await status(route, other)).toBe(403);
    }
  });

  it('tell a key of a conversation only when it may read conversations, too', async () => {
    const conversationId = await conversation();
    const both = await keyWith('assistant:use', 'conversations:read');
    const alone = await keyWith('assistant:use', 'conversations:read-all');
    for (const [method, path, success] of [
      ['GET', `/assistant/turns?conversationId=${conversationId}`, 200],
      ['GET', `/conversations/${conversationId}/qualification`, 200],
      ['POST', `/conversations/${conversationId}/qualification/reset`, 204],
    ] as const) {
      expect([path, (await host.request({ method, path, headers: both })).status]).toEqual([path, success]);
      expect([path, (await host.request({ method, path, headers: alone })).status]).toEqual([path, 404]);
    }
  });

  it('answer in problems that name their fields, and nothing of the inside', async () => {
    const answer = await host.request<{ code: string; errors?: object[] }>({
      method: 'POST',
      path: '/assistant/analyse',
      body: { text: '' },
      headers: await cookieOf('advisor'),
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.text).toContain('text');
    expect(answer.text).not.toMatch(/node_modules|\.ts|stack/);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { createTestApp, type TestAnswer, type TestApp } from '../../../testing/test-app.js';
import { ApiKeys, AuthHttpModule, CreateUser, type Permission, type Role } from '../../auth/index.js';
import { ConversationsHttpModule } from '../../conversations/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { WorkspaceHttpModule } from '../workspace-http.module.js';

type Ask = <T = Record<string, unknown>>(path: string) => Promise<TestAnswer<T>>;
interface Found {
  conversations: { id: string; contact: { name: string } }[];
  messages: { id: string; conversationId: string; extract: string }[];
}

const PASSWORD = 'lluvia-sobre-quito';
const NOW = new Date('2026-11-20T10:00:00Z');
let app: TestApp;
let sql: Sql;
let key: Ask;
let ana: Ask;
let luis: Ask;
let mine: { conversation: string; contact: string };
let free: { conversation: string; contact: string };

beforeAll(async () => {
  app = await createTestApp([AuthHttpModule, WhatsappModule, ConversationsHttpModule, WorkspaceHttpModule]);
  sql = app.get(Sql);
  const anaId = await user('Ana', ['advisor']);
  await user('Luis', ['marketing']);
  [key, ana, luis] = [
    await withKey(['conversations:read', 'system:read']),
    await signedIn('Ana'),
    await signedIn('Luis'),
  ];
  mine = await conversation('María Quishpe', anaId, 'Quiero la moto eléctrica KX');
  free = await conversation('Pedro Vélez', null, 'Precio del casco');
  await conversation('Rosa Andrade', await user('Otto', ['advisor']), 'La moto de mi prima');
});
afterAll(() => app.close());

async function user(name: string, roles: Role[]): Promise<string> {
  await app
    .get(CreateUser)
    .create('system', { name, email: `${name.toLowerCase()}@tienda.test`, password: PASSWORD, roles });
  return (await sql.one<{ id: string }>('select id from app_user where name = $1', [name]))?.id ?? '';
}

async function withKey(scopes: Permission[]): Promise<Ask> {
  const made = await app.get(ApiKeys).create('system', { name: 'test', scopes });
  return (path) => app.request({ path, headers: { authorization: `Bearer ${made.key}` } });
}

async function signedIn(name: string): Promise<Ask> {
  const answer = await app.request({
    method: 'POST',
    path: '/auth/sign-in',
    body: { email: `${name.toLowerCase()}@tienda.test`, password: PASSWORD },
  });
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return (path) => app.request({ path, headers: { cookie } });
}

async function conversation(
  name: string,
  assigneeId: string | null,
  text: string,
): Promise<{ conversation: string; contact: string }> {
  const [contact, id, channel] = [newId(), newId(), newId()];
  await sql.rows('insert into contact (id, name, created_at, updated_at) values ($1, $2, $3, $3)', [
    contact,
    name,
    NOW,
  ]);
  await sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at)
     values ($1, 'whatsapp_cloud', 'Ventas', $2, 'http://x', $3, 'EC', true, 80, $4, $4)`,
    [channel, channel, app.get(Encryption).encrypt('{}'), NOW],
  );
  await sql.rows(
    `insert into conversation (id, contact_id, channel_id, status, assignee_id, assistant_mode, owner, created_at, activity_at) values ($1, $2, $3, 'open', $4, 'off', 'nobody', $5, $5)`,
    [id, contact, channel, assigneeId, NOW],
  );
  await sql.rows(
    `insert into message (id, conversation_id, channel_id, direction, author, type, text, content, sent_at, received_at) values ($1, $2, $3, 'in', 'customer', 'text', $4, '{}', $5, $5)`,
    [newId(), id, channel, text, NOW],
  );
  return { conversation: id, contact };
}

describe('GET /search', () => {
  it('finds people by name and messages by words, without accents and by beginnings', async () => {
    expect((await key<Found>('/search?q=quishpe')).body.conversations.map(({ id }) => id)).toEqual([mine.conversation]);
    expect((await key<Found>('/search?q=moto')).body.messages).toHaveLength(2);
    const { body } = await key<Found>('/search?q=ELECTR');
    expect(body.messages).toMatchObject([
      { conversationId: mine.conversation, extract: 'Quiero la moto eléctrica KX', contact: { name: 'María Quishpe' } },
    ]);
  });

  it('shows nobody what they may not read', async () => {
    expect((await ana<Found>('/search?q=moto')).body.messages.map(({ conversationId }) => conversationId)).toEqual([
      mine.conversation,
    ]);
    expect((await ana<Found>('/search?q=Andrade')).body.conversations).toEqual([]);
    expect((await ana<Found>('/search?q=casco')).body.messages).toHaveLength(1);
    expect((await luis<Found>('/search?q=moto')).body).toEqual({
      conversations: [],
      messages: [],
      leads: [],
      links: [],
    });
  });

  it('reads operators as nothing', async () => {
    for (const q of ['%26%7C!()', "'%3B--", 'moto%20%26%20!casco', '%3A*'])
      expect((await key(`/search?q=${q}`)).status).toBe(200);
    for (const path of ['/search', '/search?q=a', `/search?q=${'a'.repeat(101)}`, '/search?q[]=x'])
      expect((await key(path)).status).toBe(400);
  });
});

describe('GET /conversations/:id/panel', () => {
  it('tells the customer, where they came from and their other threads', async () => {
    const { status, body } = await ana<Record<string, unknown>>(`/conversations/${mine.conversation}/panel`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      contact: { id: mine.contact, name: 'María Quishpe' },
      lead: null,
      origin: null,
      otherConversations: [],
    });
  });

  it('knows the network and the item', async () => {
    await sql.rows(`update conversation set source_network = 'tiktok' where id = $1`, [free.conversation]);
    expect((await key(`/conversations/${free.conversation}/panel`)).body).toMatchObject({
      origin: { network: 'tiktok', link: null, item: null },
    });
    expect((await luis(`/conversations/${free.conversation}/panel`)).status).toBe(200);
  });

  it('is silent about what is not yours', async () => {
    expect((await luis(`/conversations/${mine.conversation}/panel`)).status).toBe(404);
    expect((await key(`/conversations/${newId()}/panel`)).status).toBe(404);
  });
});

describe('GET /sync', () => {
  it('goes on from where the log ends', async () => {
    const { status, body } = await ana('/sync?since=0');
    expect(status).toBe(200);
    expect(body).toEqual({ seq: '0', events: [] });
  });

  it('sends away who is ahead of the log or asks nonsense', async () => {
    expect(await ana('/sync?since=999999')).toMatchObject({ status: 410, body: { code: 'too_far_behind', seq: '0' } });
    for (const since of ['', '-1', '1.5', 'x', '9'.repeat(30)])
      expect((await ana(`/sync?since=${since}`)).status).toBe(400);
    expect((await app.request({ path: '/sync?since=0' })).status).toBe(401);
    expect(await ana('/sync')).toMatchObject({ status: 200, body: { events: [] } });
  });
});

describe('GET /system', () => {
  it('tells how the whole is doing', async () => {
    const { status, body } = await key('/system/status');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ready: true,
      checks: { database: 'ok', redis: 'ok' },
      backlog: { outbox: expect.any(Number), inbound: 0, parkedEvents: 0 },
      sockets: 0,
    });
  });

  it('tells the configuration without a password', async () => {
    const { body, text } = await key<{ database: string; secrets: string[] }>('/system/config');
    const { password } = new URL(app.databaseUrl);
    expect(body.database).toContain(new URL(app.databaseUrl).host);
    expect(password.length).toBeGreaterThan(0);
    expect(text).not.toContain(password);
    expect(body.secrets).toContain('sessionSecret');
  });

  it('is not for advisors', async () => {
    for (const path of ['/system/status', '/system/config']) expect((await ana(path)).status).toBe(403);
  });
});

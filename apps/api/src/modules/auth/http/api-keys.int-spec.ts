import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../../platform/clock/system-clock.js';
import { encodeCursor } from '../../../platform/database/keyset-page.js';
import { Sql } from '../../../platform/database/sql.js';
import { SocketAdmission } from '../../../platform/realtime/socket-admission.js';
import { SocketFanout } from '../../../platform/realtime/socket-fanout.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith, signedInPerson, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../auth-http.module.js';
import { PERMISSIONS } from '../domain/permissions.js';
import type { ApiKeyPage, ApiKeyView, NewApiKeyView } from './api-keys.dto.js';

const MINUTE_MS = 60_000;
let host: TestApp;
let admin: TestPerson;
const cut: string[] = [];

const create = (body: unknown, headers: Record<string, string> = admin.headers) =>
  host.request<NewApiKeyView>({ method: 'POST', path: '/api-keys', headers, body });
const list = async (query = ''): Promise<ApiKeyPage> =>
  (await host.request<ApiKeyPage>({ path: `/api-keys${query}`, headers: admin.headers })).body;
const listed = async (id: string): Promise<ApiKeyView | undefined> =>
  (await list('?limit=200')).data.find((key) => key.id === id);
const opens = async (key: string, path = '/users'): Promise<number> =>
  (await host.request({ path, headers: { authorization: `Bearer ${key}` } })).status;
const revoke = (id: string, headers: Record<string, string> = admin.headers) =>
  host.request({ method: 'DELETE', path: `/api-keys/${id}`, headers });
const traces = () => keptRows(host.get(Sql), ['api_key', 'audit_entry']);

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
  host.get(SystemClock).shiftTo(0);
  admin = await signedInPerson(host, ['admin'], 'Dueña');
  cut.length = 0;
});
afterAll(() => host.close());

describe('a new key', () => {
  it('says whose it is and what it may, once with its secret and then never again', async () => {
    const made = await create({ name: '  ERP ', scopes: ['leads:write', 'leads:read', 'leads:write'] });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'ERP', createdBy: admin.id, expiresAt: null, revokedAt: null, lastUsedAt: null },
    });
    const { key, ...view } = made.body;
    expect(key).toMatch(/^hilo_[\w-]{43}$/);
    expect(view.scopes).toEqual(['leads:read', 'leads:write']);
    expect(key.startsWith(view.hint)).toBe(true);
    expect(await listed(view.id)).toEqual(view);
    expect((await traces()).filter((line) => line.includes(key.slice(view.hint.length)))).toEqual([]);
  });

  it.each<[unknown, string[]]>([
    [{}, ['/name', '/scopes']],
    [{ name: 'ERP', scopes: [] }, ['/scopes']],
    [{ name: 'ERP', scopes: 'all' }, ['/scopes']],
    [{ name: 'ERP', scopes: ['leads:read', 'root'] }, ['/scopes']],
    [{ name: 'ERP', scopes: { 0: 'leads:read' } }, ['/scopes']],
    [{ name: ' ', scopes: ['leads:read'] }, ['/name']],
    [{ name: 'x'.repeat(81), scopes: ['leads:read'] }, ['/name']],
    [{ name: 'ERP', scopes: ['leads:read'], expiresAt: 'tomorrow' }, ['/expiresAt']],
    [{ name: 'ERP', scopes: ['leads:read'], expiresAt: null }, ['/expiresAt']],
    [{ name: 'ERP', scopes: ['leads:read'], expiresAt: ['2030-01-01'] }, ['/expiresAt']],
    [{ name: 'ERP', scopes: ['leads:read'], expiresAt: '-271821-04-20T00:00:00Z' }, ['/expiresAt']],
    [{ name: 'ERP', scopes: ['leads:read'], key: 'hilo_x', createdBy: randomUUID() }, ['/createdBy', '/key']],
  ])('is not made of %j', async (body, paths) => {
    const before = await traces();
    const answer = await create(body);
    expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
    expect(await traces()).toEqual(before);
  });

  it('never holds more than who makes it, however it is asked for', async () => {
    const { headers } = await keyWith(host, ['keys:manage', 'leads:read']);
    for (const scopes of [['users:manage'], ['leads:read', 'messages:send'], [...PERMISSIONS]])
      expect(refusedPaths(await create({ name: 'more', scopes }, headers))).toEqual(['/scopes']);
    const made = await create({ name: 'same', scopes: ['leads:read', 'keys:manage'] }, headers);
    expect(made.body).toMatchObject({ scopes: ['leads:read', 'keys:manage'], createdBy: null });
  });

  it('made twice under one Idempotency-Key is one, told again to who asked, and kept in the clear nowhere', async () => {
    const headers = { ...admin.headers, 'idempotency-key': randomUUID() };
    const [one, other] = [
      await create({ name: 'a', scopes: ['leads:read'] }, headers),
      await create({ name: 'a', scopes: ['leads:read'] }, headers),
    ];
    expect([other.status, other.body]).toEqual([201, one.body]);
    expect([other.headers.get('idempotent-replayed'), other.headers.get('cache-control')]).toEqual([
      'true',
      'no-store',
    ]);
    const kept = await keptRows(host.get(Sql), ['idempotency_key', 'api_key']);
    expect(kept.filter((row) => row.includes(headers['idempotency-key']))).toHaveLength(1);
    expect(kept.filter((row) => row.includes(one.body.key))).toEqual([]);
    expect(await create({ name: 'b', scopes: ['leads:read'] }, headers)).toMatchObject({ status: 409 });
  });
});

describe('a key at work', () => {
  it('opens until the moment it ends, not a moment longer', async () => {
    const clock = host.get(SystemClock);
    const expiresAt = new Date(clock.now().getTime() + 10 * MINUTE_MS).toISOString();
    const { key, id } = (await create({ name: 'short', scopes: ['conversations:read'], expiresAt })).body;
    expect((await listed(id))?.expiresAt).toBe(expiresAt);
    expect(await opens(key)).toBe(200);
    clock.shiftTo(11 * MINUTE_MS);
    expect(await opens(key)).toBe(401);
  });

  it('tells when it was used last, to the minute', async () => {
    const clock = host.get(SystemClock);
    const { key, id } = (await create({ name: 'used', scopes: ['conversations:read'] })).body;
    await opens(key);
    const first = (await listed(id))?.lastUsedAt;
    expect(first).not.toBeNull();
    clock.shiftTo(5 * MINUTE_MS);
    await opens(key);
    const second = (await listed(id))?.lastUsedAt;
    expect(Date.parse(second ?? '') - Date.parse(first ?? '')).toBeGreaterThanOrEqual(4 * MINUTE_MS);
  });

  it('is not used up by being refused', async () => {
    const { key, id } = (await create({ name: 'gone', scopes: ['conversations:read'] })).body;
    await revoke(id);
    expect(await opens(key)).toBe(401);
    expect((await listed(id))?.lastUsedAt).toBeNull();
  });

  it('outlives who made it, but a scope that exists no more opens nothing', async () => {
    const { key, id } = (await create({ name: 'ERP', scopes: ['conversations:read'] })).body;
    await host.get(Sql).rows('update app_user set active = false where id = $1', [admin.id]);
    expect(await opens(key)).toBe(200);
    await host
      .get(Sql)
      .rows(`update api_key set scopes = '{"everything","conversations:read-all"}' where id = $1`, [id]);
    expect(await opens(key)).toBe(403);
  });

  it.each([
    ['cut short', (key: string) => key.slice(0, -1)],
    ['too long', (key: string) => `${key}a`],
    ['in capitals', (key: string) => key.toUpperCase()],
    ['one letter off', (key: string) => key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A')],
    ['its hint', (key: string) => key.slice(0, 11)],
  ])('is known only whole: not %s', async (_, spoil) => {
    const { key } = (await create({ name: 'ERP', scopes: ['conversations:read'] })).body;
    expect(await opens(spoil(key))).toBe(401);
    expect(await opens(key)).toBe(200);
  });

  it('lets a socket in, by the handshake or by the header, into the rooms of its scopes', async () => {
    const permissions = ['conversations:read', 'conversations:read-all'];
    const { key, id } = (await create({ name: 'ERP', scopes: permissions })).body;
    const admission = host.get(SocketAdmission);
    const expected = { principal: { id, kind: 'key', name: 'ERP', permissions }, rooms: [`key:${id}`, 'inbox:all'] };
    expect(await admission.admit({}, { token: key })).toEqual(expected);
    expect(await admission.admit({ authorization: `Bearer ${key}` }, {})).toEqual(expected);
    await revoke(id);
    expect(cut).toEqual([`key:${id}`]);
    expect(await admission.admit({}, { token: key })).toBeUndefined();
  });
});

describe('a revoked key', () => {
  it('is revoked once, by one of those who try, and on record once', async () => {
    const { id } = (await create({ name: 'ERP', scopes: ['leads:read'] })).body;
    const answers = await Promise.all([revoke(id), revoke(id), revoke(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    const told = await host
      .get(Sql)
      .rows('select action, detail from audit_entry where target_id = $1 order by id', [id]);
    expect(told).toEqual([
      { action: 'api-key.created', detail: { scopes: ['leads:read'] } },
      { action: 'api-key.revoked', detail: {} },
    ]);
    expect((await listed(id))?.revokedAt).not.toBeNull();
  });

  it('may be the very key that asks', async () => {
    const { id, headers } = await keyWith(host, ['keys:manage']);
    expect((await revoke(id, headers)).status).toBe(204);
    expect((await revoke(id, headers)).status).toBe(401);
  });

  it('that never was is not found', async () => {
    expect((await revoke(randomUUID())).status).toBe(404);
    expect((await revoke('hilo_x')).status).toBe(400);
  });
});

describe('the list', () => {
  it.each([1, 2, 5])('is walked %d at a time, the newest first, each once', async (limit) => {
    const made: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) made.unshift((await create({ name, scopes: ['leads:read'] })).body.id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: ApiKeyPage = await list(`?limit=${limit}${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen.slice(0, 4)).toEqual(made);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each([encodeCursor(['x']), encodeCursor([null]), encodeCursor(["' or true"]), 'zzz'])(
    'does not go on from %s',
    async (cursor) => {
      expect((await host.request({ path: `/api-keys?cursor=${cursor}`, headers: admin.headers })).status).toBe(400);
    },
  );
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Config } from '../../../platform/config/config.js';
import { Sql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids/uuid.js';
import { EventLog } from '../../../platform/outbox/event-log.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith, signedInPerson, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../../auth/index.js';
import { Notifications, NotificationsHttpModule } from '../../notifications/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { WorkspaceHttpModule } from '../workspace-http.module.js';
import type { SyncView } from './sync.view.js';
import type { SystemConfigView, SystemStatusView } from './system.view.js';

let host: TestApp;
let sql: Sql;
let ana: TestPerson;
let luis: TestPerson;
let operator: { authorization: string };

const notify = async (person: TestPerson, title: string): Promise<void> => {
  await host.get(Notifications).notify({ to: { userIds: [person.id] }, kind: 'x', title, purposeKey: newId() });
};
const relay = () => host.get(EventLog).moveFromOutbox(100);
const sync = (query = '', { headers } = ana) =>
  host.request<SyncView & { code: string }>({ path: `/sync${query}`, headers });
const titles = ({ events }: SyncView): string[] => events.map(({ data }) => (data as { title: string }).title);
const status = async (): Promise<SystemStatusView> =>
  (await host.request<SystemStatusView>({ path: '/system/status', headers: operator })).body;

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, WhatsappModule, NotificationsHttpModule, WorkspaceHttpModule]);
  sql = host.get(Sql);
  [ana, luis] = [await signedInPerson(host, ['advisor'], 'Ana'), await signedInPerson(host, ['advisor'], 'Luis')];
  operator = (await keyWith(host, ['system:read'])).headers;
});
beforeEach(async () => {
  for (const table of ['outbox', 'event_log']) await sql.rows(`delete from ${table}`);
});
afterAll(() => host.close());

describe('catching up', () => {
  it('tells each what they missed, in order, and where to go on', async () => {
    const { seq } = (await sync()).body;
    for (const [person, title] of [
      [ana, 'one'],
      [luis, 'two'],
      [ana, 'three'],
    ] as const)
      await notify(person, title);
    await relay();
    const missed = (await sync(`?since=${seq}`)).body;
    expect(titles(missed)).toEqual(['one', 'three']);
    expect(titles((await sync(`?since=${seq}`, luis)).body)).toEqual(['two']);
    expect((await sync(`?since=${missed.seq}`)).body).toEqual({ seq: missed.seq, events: [] });
    expect(titles((await sync(`?since=${missed.events[0]?.seq}`)).body)).toEqual(['three']);
    expect(BigInt(missed.seq) - BigInt(seq)).toBe(3n);
  });

  it('tells nothing that is not durable yet, and loses nothing of it', async () => {
    const { seq } = (await sync()).body;
    await notify(ana, 'soon');
    expect((await sync(`?since=${seq}`)).body).toEqual({ seq, events: [] });
    await relay();
    expect(titles((await sync(`?since=${seq}`)).body)).toEqual(['soon']);
  });

  it('tells a key nothing of people, nor who is signed in anything by naming a conversation that is not theirs', async () => {
    const { seq } = (await sync()).body;
    await notify(ana, 'private');
    await relay();
    const { headers } = await keyWith(host, ['conversations:read', 'conversations:read-all']);
    const byKey = await host.request<SyncView>({ path: `/sync?since=${seq}`, headers });
    expect(byKey.body.events).toEqual([]);
    expect((await sync(`?since=${seq}&conversationId=${newId()}`, luis)).body.events).toEqual([]);
  });

  it('sends away who was away longer than the log reaches, with where it is now', async () => {
    const { seq } = (await sync()).body;
    for (const title of ['a', 'b']) {
      await notify(ana, title);
      await relay();
    }
    const [first] = await sql.rows<{ last_seq: string }>(
      'delete from event_log where last_seq = (select min(last_seq) from event_log) returning last_seq',
    );
    const answer = await sync(`?since=${seq}`);
    expect([answer.status, answer.body.code]).toEqual([410, 'too_far_behind']);
    expect(titles((await sync(`?since=${first?.last_seq}`)).body)).toEqual(['b']);
    expect(titles((await sync(`?since=${BigInt(answer.body.seq) - 1n}`)).body)).toEqual(['b']);
  });

  it.each([
    ['?since=01', ['?since']],
    ['?since=1%20or%201=1', ['?since']],
    ['?since=1&since=2', ['?since']],
    ['?since=x&conversationId=y&limit=5', ['?conversationId', '?limit', '?since']],
  ])('%s is refused', async (query, paths) => {
    const answer = await sync(query);
    expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
  });
});

describe('how the whole is doing', () => {
  it('counts what waits, what was set aside and what nobody could digest', async () => {
    const before = (await status()).backlog;
    await notify(ana, 'waits');
    await sql.rows(
      `insert into parked_event (id, listener, topic, seq, item, error, parked_at) values ($1, 'l', 't', 1, '{}', 'broken', now())`,
      [newId()],
    );
    await sql.rows(
      `insert into parked_event (id, listener, topic, seq, item, error, parked_at, resolved_at) values ($1, 'l', 't', 2, '{}', 'was broken', now(), now())`,
      [newId()],
    );
    const after = (await status()).backlog;
    expect(after).toEqual({ ...before, outbox: before.outbox + 1, parkedEvents: before.parkedEvents + 1 });
    await relay();
    expect((await status()).backlog.outbox).toBe(0);
  });

  it('tells how far each listener is behind, never less than nothing', async () => {
    const end = BigInt(await host.get(EventLog).end());
    await sql.rows(
      `insert into listener_cursor (listener, seq, moved_at) values ('late', 0, '2026-11-20T10:00:00Z'), ('early', $1, now())`,
      [(end + 5n).toString()],
    );
    const listeners = (await status()).listeners;
    expect(listeners.find(({ name }) => name === 'late')).toEqual({
      name: 'late',
      behind: end.toString(),
      movedAt: '2026-11-20T10:00:00.000Z',
    });
    expect(listeners.find(({ name }) => name === 'early')?.behind).toBe('0');
  });

  it('says what is up, when it is by the business`s clock, and nothing secret', async () => {
    const answer = await host.request<SystemStatusView>({ path: '/system/status', headers: operator });
    expect(answer.body).toMatchObject({
      ready: true,
      checks: { database: 'ok', redis: 'ok' },
      channels: [],
      sockets: 0,
      uptimeS: expect.any(Number),
    });
    expect(Number.isNaN(Date.parse(answer.body.now))).toBe(false);
    expect(answer.text).not.toContain(new URL(host.databaseUrl).password);
  });

  it('tells the configuration by names that were chosen for telling', async () => {
    const { body, text } = await host.request<SystemConfigView>({ path: '/system/config', headers: operator });
    expect(Object.keys(body).sort()).toEqual(
      [
        'role',
        'production',
        'publicUrl',
        'database',
        'databasePool',
        'redis',
        'simulatorUrl',
        'whatsappGraphUrl',
        'cookieSecure',
        'trustProxy',
        'logLevel',
        'secrets',
      ].sort(),
    );
    expect(body.database).not.toMatch(/@|\?/);
    expect(body.redis).not.toContain('@');
    expect(body.secrets.every((name) => /^[a-zA-Z]+$/.test(name))).toBe(true);
    expect(text).not.toContain(new URL(host.get(Config).redisUrl).password);
  });
});

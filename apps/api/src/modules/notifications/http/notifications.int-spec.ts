import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../../platform/clock/system-clock.js';
import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { ApiKeys, AuthHttpModule, CreateUser, Teams, type Role } from '../../auth/index.js';
import { ShowNotification } from '../gateway/show-notification.projection.js';
import { ForgetOldNotificationsJob } from '../jobs/forget-old-notifications.job.js';
import { NotificationsHttpModule } from '../notifications-http.module.js';
import { NotificationsWorkerModule } from '../notifications-worker.module.js';
import { Notifications, type NewNotification } from '../services/notifications.js';
import type { NotificationPage } from './notifications.dto.js';

const PASSWORD = 'lluvia-sobre-quito';
interface Person {
  id: string;
  headers: { cookie: string };
}
let host: TestApp;
let paula: Person;
let luis: Person;
let boss: Person;

async function person(role: Role): Promise<Person> {
  const email = `${randomUUID()}@tienda.test`;
  const id = await host.get(CreateUser).create('system', { name: role, email, password: PASSWORD, roles: [role] });
  const answer = await host.request({
    method: 'POST',
    path: '/auth/sign-in',
    body: { email, password: PASSWORD },
    from: randomUUID(),
  });
  return { id, headers: { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' } };
}
const assigned = (over: Partial<NewNotification> = {}): NewNotification => ({
  to: { userIds: [paula.id] },
  kind: 'conversation.assigned',
  title: 'notification.assigned',
  params: { customer: 'Rosa' },
  link: '/bandeja/1',
  purposeKey: randomUUID(),
  ...over,
});
const notify = (over: Partial<NewNotification> = {}) => host.get(Notifications).notify(assigned(over));
const bell = async ({ headers }: Person, query = '') =>
  (await host.request<NotificationPage>({ path: `/notifications${query}`, headers })).body;
const read = ({ headers }: Person, body: unknown) =>
  host.request<{ unreadCount: number }>({ method: 'POST', path: '/notifications/read', headers, body });
const appended = async () =>
  (
    await host
      .get(Sql)
      .rows<{ items: { notificationId: string; userId: string }[] }>(
        "select items from outbox where topic = 'notification.created' order by id",
      )
  ).flatMap(({ items }) => items);

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, NotificationsHttpModule, NotificationsWorkerModule]);
});
beforeEach(async () => {
  await host.get(Sql).rows('delete from app_user');
  await host.get(Sql).rows('delete from outbox');
  [paula, luis, boss] = [await person('advisor'), await person('advisor'), await person('supervisor')];
});
afterAll(() => host.close());

describe('notify', () => {
  it('tells each receiver once for a purpose, and only whom it names', async () => {
    const purposeKey = 'assigned-1';
    expect(await notify({ to: { userIds: [paula.id, paula.id] }, purposeKey })).toBe(1);
    expect(await notify({ to: { userIds: [paula.id, luis.id] }, purposeKey })).toBe(1);
    expect(await notify({ to: { userIds: [paula.id, luis.id] }, purposeKey })).toBe(0);
    expect((await bell(paula)).data).toMatchObject([
      {
        kind: 'conversation.assigned',
        title: 'notification.assigned',
        params: { customer: 'Rosa' },
        link: '/bandeja/1',
        priority: 'normal',
        readAt: null,
      },
    ]);
    expect((await bell(luis)).data).toHaveLength(1);
    expect(await bell(boss)).toEqual({ data: [], nextCursor: null, unreadCount: 0 });
    expect((await appended()).map((item) => item.userId)).toEqual([paula.id, luis.id]);
  });

  it('finds a team, and who holds a permission, without who did it', async () => {
    const { id: teamId } = await host.get(Teams).create('system', `Ventas ${randomUUID()}`, [paula.id, luis.id]);
    expect(await notify({ to: { teamId }, exceptUserId: luis.id })).toBe(1);
    expect(await notify({ to: { permission: 'conversations:read-all' }, priority: 'urgent' })).toBe(1);
    expect([
      (await bell(paula)).unreadCount,
      (await bell(luis)).unreadCount,
      (await bell(boss)).data[0]?.priority,
    ]).toEqual([1, 0, 'urgent']);
    expect(await notify({ to: { userIds: [] } })).toBe(0);
    expect(await notify({ to: { userIds: [randomUUID()] } })).toBe(0);
  });

  it('says nothing when its cause is rolled back', async () => {
    const cause = host.get(Transaction).run(async () => {
      await notify();
      throw new Error('undone');
    });
    await expect(cause).rejects.toThrow('undone');
    expect((await bell(paula)).data).toEqual([]);
    expect(await appended()).toEqual([]);
  });
});

describe('/notifications', () => {
  it('are paged, the newest first', async () => {
    for (const title of ['one', 'two', 'three']) await notify({ title });
    const first = await bell(paula, '?limit=2');
    const second = await bell(paula, `?limit=2&cursor=${first.nextCursor}`);
    expect([...first.data, ...second.data].map(({ title }) => title)).toEqual(['three', 'two', 'one']);
    expect([first.unreadCount, second.nextCursor]).toEqual([3, null]);
  });

  it('are read by their owner alone, some or all', async () => {
    for (const title of ['one', 'two', 'three']) await notify({ title });
    const [newest] = (await bell(paula)).data;
    expect((await read(luis, { ids: [newest?.id] })).status).toBe(200);
    expect((await bell(paula)).unreadCount).toBe(3);
    expect((await read(paula, { ids: [newest?.id] })).body).toEqual({ unreadCount: 2 });
    expect((await bell(paula, '?unread=true')).data.map(({ title }) => title)).toEqual(['two', 'one']);
    expect((await read(paula, { all: true })).body).toEqual({ unreadCount: 0 });
    for (const body of [{}, { ids: [] }, { all: false }, { ids: [newest?.id], all: true }, { ids: ['x'] }])
      expect((await read(paula, body)).status).toBe(400);
  });

  it('belong to people: a key has none', async () => {
    const { key } = await host.get(ApiKeys).create('system', { name: 'ERP', scopes: 'all' });
    expect((await host.request({ path: '/notifications', headers: { authorization: `Bearer ${key}` } })).status).toBe(
      403,
    );
  });

  it('are forgotten after ninety days', async () => {
    await notify();
    const clock = host.get(SystemClock);
    clock.shiftTo(89 * 86_400_000);
    expect(await host.get(ForgetOldNotificationsJob).run()).toBe(0);
    clock.shiftTo(91 * 86_400_000);
    expect(await host.get(ForgetOldNotificationsJob).run()).toBe(1);
    clock.shiftTo(0);
  });
});

describe('on the socket', () => {
  it('it looks as over REST and goes to its person`s room', async () => {
    await notify();
    const [item] = await appended();
    const at = new Date('2026-11-20T12:00:00Z');
    const projected = await host.get(ShowNotification).project([
      { seq: '7', topic: 'notification.created', at, data: item },
      { seq: '8', topic: 'notification.created', at, data: { notificationId: randomUUID(), userId: paula.id } },
    ]);
    expect(projected).toEqual([
      {
        seq: '7',
        type: 'notification.created',
        at: at.toISOString(),
        data: (await bell(paula)).data[0],
        rooms: [`user:${paula.id}`],
      },
    ]);
  });
});

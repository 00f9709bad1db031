import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../../platform/database/keyset-page.js';
import { Sql } from '../../../platform/database/sql.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { signedInPerson, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule, CreateUser, Teams } from '../../auth/index.js';
import { NotificationsHttpModule } from '../notifications-http.module.js';
import { type NewNotification, Notifications } from '../services/notifications.js';
import type { NotificationPage, UnreadView } from './notifications.dto.js';

let host: TestApp;
let paula: TestPerson;
let luis: TestPerson;

const notify = (over: Partial<NewNotification> = {}): Promise<number> =>
  host.get(Notifications).notify({
    to: { userIds: [paula.id] },
    kind: 'channel.down',
    title: 'notification.channelDown',
    purposeKey: randomUUID(),
    ...over,
  });
const bell = async (query = '', { headers } = paula): Promise<NotificationPage> =>
  (await host.request<NotificationPage>({ path: `/notifications${query}`, headers })).body;
const read = (body: unknown, { headers } = paula) =>
  host.request<UnreadView>({ method: 'POST', path: '/notifications/read', headers, body });
const rows = () => keptRows(host.get(Sql), ['notification']);

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, NotificationsHttpModule]);
  paula = await signedInPerson(host, ['advisor'], 'Paula');
  luis = await signedInPerson(host, ['advisor'], 'Luis');
});
beforeEach(async () => {
  await host.get(Sql).rows('delete from notification');
  await host.get(Sql).rows('delete from outbox');
});
afterAll(() => host.close());

describe('marking as read', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', {}, ['/ids']],
    ['null for the ids, which is not "all"', { ids: null }, ['/ids']],
    ['null for all', { all: null }, ['/all']],
    ['both nulls', { ids: null, all: null }, ['/all', '/ids']],
    ['no ids', { ids: [] }, ['/ids']],
    ['a text', { ids: 'all' }, ['/ids']],
    ['no id', { ids: ["' or true --"] }, ['/ids']],
    ['an object', { ids: { $ne: 1 } }, ['/ids']],
    ['too many', { ids: Array.from({ length: 201 }, () => randomUUID()) }, ['/ids']],
    ['"all" that is no yes', { all: 'true' }, ['/all']],
    ['not all', { all: false }, ['/all']],
    ['ids and all', { ids: [randomUUID()], all: true }, ['/ids']],
    ['somebody else', { all: true, userId: randomUUID() }, ['/userId']],
  ])('is refused with %s, and nothing is read', async (_, body, paths) => {
    for (const title of ['one', 'two']) await notify({ title });
    const before = await rows();
    const answer = await read(body);
    expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
    expect(await rows()).toEqual(before);
  });

  it('keeps the moment of the first time', async () => {
    await notify();
    const [one] = (await bell()).data;
    await read({ ids: [one?.id] });
    const first = (await bell()).data[0]?.readAt;
    expect(first).not.toBeNull();
    await read({ all: true });
    await read({ ids: [one?.id, one?.id] });
    expect((await bell()).data[0]?.readAt).toBe(first);
  });

  it('passes over ids that are somebody else`s or nobody`s, and reads the rest', async () => {
    await notify({ title: 'mine' });
    await notify({ title: 'theirs', to: { userIds: [luis.id] } });
    const [[mine], [theirs]] = [(await bell()).data, (await bell('', luis)).data];
    expect((await read({ ids: [mine?.id, theirs?.id, randomUUID()] })).body).toEqual({ unreadCount: 0 });
    expect((await bell('', luis)).unreadCount).toBe(1);
  });
});

describe('the list', () => {
  it.each([1, 2, 3, 200])('is walked %d at a time, the newest first, each once, read or not', async (limit) => {
    const titles = ['a', 'b', 'c', 'd', 'e'];
    for (const title of titles) await notify({ title });
    const [, second] = (await bell()).data;
    await read({ ids: [second?.id] });
    const walk = async (filter: string): Promise<string[]> => {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: NotificationPage = await bell(`?limit=${limit}${filter}${cursor && `&cursor=${cursor}`}`);
        seen.push(...page.data.map(({ title }) => title));
        cursor = page.nextCursor;
      }
      return seen;
    };
    expect(await walk('')).toEqual(titles.toReversed());
    expect(await walk('&unread=false')).toEqual(titles.toReversed());
    expect(await walk('&unread=true')).toEqual(['e', 'c', 'b', 'a']);
  });

  it('does not show what came after the walk began', async () => {
    for (const title of ['a', 'b']) await notify({ title });
    const first = await bell('?limit=1');
    await notify({ title: 'c' });
    expect((await bell(`?limit=5&cursor=${first.nextCursor}`)).data.map(({ title }) => title)).toEqual(['a']);
  });

  it('counts up to a hundred, however many there are', async () => {
    for (let index = 0; index < 103; index += 1) await notify();
    expect((await bell('?limit=1')).unreadCount).toBe(100);
    expect((await read({ all: true })).body).toEqual({ unreadCount: 0 });
  });

  it.each([
    ['unread=maybe', ['?unread']],
    ['unread=true&unread=true', ['?unread']],
    ['limit=0&cursor=a&cursor=b', ['?cursor', '?limit']],
    ['userId=1', ['?userId']],
    [`cursor=${encodeCursor(['x'])}`, ['?cursor']],
    [`cursor=${encodeCursor([null])}`, ['?cursor']],
  ])('refuses %s', async (query, paths) => {
    const answer = await host.request({ path: `/notifications?${query}`, headers: paula.headers });
    expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
  });

  it('is whole: what is sent is what is told', async () => {
    const params = { customer: `<b>'Rosa"</b> {{nombre}}`, count: 3, minutes: 0 };
    await notify({
      params,
      link: '/bandeja/1?x=1#y',
      priority: 'high',
      kind: 'lead.waiting',
      title: 'notification.leadWaiting',
    });
    const [told] = (await bell()).data;
    expect(told).toMatchObject({
      params,
      link: '/bandeja/1?x=1#y',
      priority: 'high',
      kind: 'lead.waiting',
      title: 'notification.leadWaiting',
      readAt: null,
    });
    await notify({});
    expect((await bell()).data[0]).toMatchObject({ params: {}, link: null, priority: 'normal' });
  });
});

describe('telling people', () => {
  it('tells each once when many processes say the same at once', async () => {
    const to = { userIds: [paula.id, luis.id] };
    const told = await Promise.all(Array.from({ length: 4 }, () => notify({ to, purposeKey: 'same' })));
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect([(await bell()).unreadCount, (await bell('', luis)).unreadCount]).toEqual([1, 1]);
    const items = await host
      .get(Sql)
      .rows("select 1 from outbox, json_array_elements(items) where topic = 'notification.created'");
    expect(items).toHaveLength(2);
  });

  it('tells nobody who has left, nor who did it', async () => {
    const gone = await host.get(CreateUser).create('system', {
      name: 'Ida',
      email: `${randomUUID()}@tienda.test`,
      password: 'lluvia-sobre-quito',
      roles: ['advisor'],
    });
    const { id: teamId } = await host.get(Teams).create('system', `Ventas ${randomUUID()}`, [paula.id, luis.id, gone]);
    await host.get(Sql).rows('update app_user set active = false where id = $1', [gone]);
    expect(await notify({ to: { userIds: [gone] } })).toBe(0);
    expect(await notify({ to: { teamId }, exceptUserId: paula.id })).toBe(1);
    expect(await notify({ to: { userIds: [paula.id] }, exceptUserId: paula.id })).toBe(0);
    expect(await notify({ to: { teamId: randomUUID() } })).toBe(0);
    expect(await notify({ to: { permission: 'users:manage' } })).toBe(0);
    expect([(await bell()).unreadCount, (await bell('', luis)).unreadCount]).toEqual([0, 1]);
  });

  it('goes with the person: nothing of theirs is left when they are removed', async () => {
    const id = await host.get(CreateUser).create('system', {
      name: 'Ida',
      email: `${randomUUID()}@tienda.test`,
      password: 'lluvia-sobre-quito',
      roles: ['advisor'],
    });
    await notify({ to: { userIds: [id] } });
    await host.get(Sql).rows('delete from app_user where id = $1', [id]);
    expect(await rows()).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../../platform/database/keyset-page.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Conversations } from '../conversations.facade.js';
import { conversationOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { says, to } from '../testing/wire.js';
import type { ConversationPage, ConversationView } from './conversation.view.js';

let app: ThreadApp;
let [boss, paula, luis]: [Person, Person, Person] = [] as never;
const rooms = new Map<string, ConversationView>();
const idOf = (name: string): string => rooms.get(name)?.id ?? '';

/** Eight conversations, each with a first letter of its own, that differ in what a list may be asked for. */
beforeAll(async () => {
  app = await startThreads();
  boss = await app.person(['supervisor']);
  paula = await app.person(['advisor']);
  luis = await app.person(['advisor']);
  const other = await app.addChannel({ address: '555', accountId: '556', name: 'Postventa' });
  for (const name of ['Ana', 'Beto', 'Carla', 'Dina', 'Elsa', 'Fito', 'Gil', 'Hugo']) {
    const who = app.customer(name);
    await app.hear(name === 'Gil' ? to(other.address, says(who, 'Hola')) : says(who, 'Hola'));
    rooms.set(name, await conversationOf(boss, who));
  }
  const change = (name: string, body: object) => boss.ask('PATCH', `/conversations/${idOf(name)}`, body);
  const assign = (name: string, to: Person) =>
    boss.ask('POST', `/conversations/${idOf(name)}/assign`, { assigneeId: to.id });
  await assign('Ana', paula);
  await assign('Beto', luis);
  await change('Ana', { priority: 'urgent', tags: ['vip', 'boda'] });
  await change('Beto', { priority: 'high', tags: ['vip'] });
  await change('Carla', { status: 'closed', closeReason: 'sale' });
  await change('Dina', { status: 'follow_up', followUpAt: new Date(Date.now() + 3_600_000).toISOString() });
  await boss.ask('POST', `/conversations/${idOf('Elsa')}/read`);
  const facade = app.get(Conversations, { strict: false });
  await app.inside(() =>
    facade.setAttributions([
      { conversationId: idOf('Fito'), network: 'facebook', linkId: newId(), itemId: null },
      { conversationId: idOf('Hugo'), network: 'direct', linkId: null, itemId: null },
    ]),
  );
});
afterAll(() => app.close());

const list = (query: string, who = boss) => who.read<ConversationPage>(`/conversations?${query}`);
const namesOf = ({ data }: ConversationPage): string[] => data.map(({ contact }) => contact.name);

describe('the inbox may be asked for', () => {
  it.each<[string, string[]]>([
    ['', ['Ana', 'Beto', 'Carla', 'Dina', 'Elsa', 'Fito', 'Gil', 'Hugo']],
    ['view=all', ['Ana', 'Beto', 'Carla', 'Dina', 'Elsa', 'Fito', 'Gil', 'Hugo']],
    ['view=unassigned', ['Dina', 'Elsa', 'Fito', 'Gil', 'Hugo']],
    ['view=unassigned&status=closed', ['Carla']],
    ['view=mine', []],
    ['status=open', ['Ana', 'Beto', 'Elsa', 'Fito', 'Gil', 'Hugo']],
    ['status=follow_up', ['Dina']],
    ['status=closed', ['Carla']],
    ['priority=urgent', ['Ana']],
    ['priority=high', ['Beto']],
    ['priority=low', []],
    ['source=facebook', ['Fito']],
    ['source=direct', ['Hugo']],
    ['source=tiktok', []],
    ['channelKind=whatsapp_cloud', ['Ana', 'Beto', 'Carla', 'Dina', 'Elsa', 'Fito', 'Gil', 'Hugo']],
    ['channelKind=instagram', []],
    ['tag=vip', ['Ana', 'Beto']],
    ['tag=boda', ['Ana']],
    ['tag=VIP', []],
    ['unread=true&status=open', ['Ana', 'Beto', 'Fito', 'Gil', 'Hugo']],
    ['unread=false&status=closed', ['Carla']],
    ['tag=vip&priority=high&status=open', ['Beto']],
    ['tag=vip&status=closed', []],
  ])('%s', async (query, names) => {
    expect(namesOf(await list(query)).sort()).toEqual(names);
  });

  it('by who has it, and by whose it is', async () => {
    expect(namesOf(await list(`assigneeId=${paula.id}`))).toEqual(['Ana']);
    expect(namesOf(await list(`assigneeId=${newId()}`))).toEqual([]);
    expect(namesOf(await list(`contactId=${rooms.get('Gil')?.contact.id ?? ''}`))).toEqual(['Gil']);
    expect(namesOf(await list('view=mine', paula))).toEqual(['Ana']);
    expect(namesOf(await list('view=mine', luis))).toEqual(['Beto']);
  });

  it('nothing that does not exist: every mistake is named', async () => {
    const query =
      'view=theirs&status=gone&priority=5&source=&channelKind=fax&assigneeId=paula&contactId=x&unread=maybe&sort=name&limit=0&colour=red';
    const answer = await boss.ask<{ code: string; errors: { path: string }[] }>('GET', `/conversations?${query}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
    const named = [
      'view',
      'status',
      'priority',
      'source',
      'channelKind',
      'assigneeId',
      'contactId',
      'unread',
      'sort',
      'limit',
      'colour',
    ];
    expect(new Set(answer.body.errors.map(({ path }) => path))).toEqual(new Set(named.map((name) => `?${name}`)));
  });

  it.each([
    'limit=201',
    'limit=1.5',
    'limit=x',
    'tag=',
    `tag=${'x'.repeat(61)}`,
    `q=${'x'.repeat(201)}`,
    'q=',
    'status=open&status=closed',
    "priority=high'--",
  ])('refuses %s', async (query) => {
    expect((await boss.ask('GET', `/conversations?${query}`)).status).toBe(400);
  });
});

describe('the order', () => {
  it('is the latest activity first, and a message moves its conversation to the top', async () => {
    const who = { waId: rooms.get('Hugo')?.contact.phone?.slice(1) ?? '', name: 'Hugo' };
    await app.hear(says(who, 'sigo aquí'));
    const views = (await list('status=open')).data;
    expect(views[0]?.contact.name).toBe('Hugo');
    const times = views.map(({ lastActivityAt }) => lastActivityAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('by waiting is who has waited longest, and nobody who does not wait', async () => {
    const { data } = await list('sort=waiting');
    const times = data.map(({ waitingSince }) => waitingSince);
    expect(times).not.toContain(null);
    expect(times).toEqual([...times].sort());
    expect(namesOf({ data, nextCursor: null })).not.toContain('Carla');
  });

  it('by priority is the most urgent first', async () => {
    expect(namesOf(await list('sort=-priority')).slice(0, 2)).toEqual(['Ana', 'Beto']);
  });
});

describe('walking the pages', () => {
  async function walk(query: string, limit: number): Promise<string[]> {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: ConversationPage = await list(`${query}&limit=${String(limit)}${cursor && `&cursor=${cursor}`}`);
      expect(page.data.length).toBeLessThanOrEqual(limit);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    return seen;
  }

  it.each([
    'sort=-lastMessageAt',
    'sort=waiting',
    'sort=-priority',
    'sort=-priority&status=open',
    'view=unassigned',
    'unread=true',
  ])('shows each once, in one order, for %s', async (query) => {
    const all = (await list(query)).data.map(({ id }) => id);
    for (const limit of [1, 2, 3, 7]) expect(await walk(query, limit)).toEqual(all);
  });

  it.each(['activity_at', 'waiting_since'])('shows each once though all have the same %s', async (column) => {
    const before = await app.sql.rows<{ id: string; at: string }>(`select id, ${column}::text as at from conversation`);
    await app.sql.rows(`update conversation set ${column} = '2026-11-20T10:00:00.123456Z'`);
    const query = column === 'waiting_since' ? 'sort=waiting' : 'sort=-lastMessageAt';
    const seen = await walk(query, 3);
    for (const { id, at } of before)
      await app.sql.rows(`update conversation set ${column} = $2 where id = $1`, [id, at]);
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
  });

  it('loses nothing between two microseconds', async () => {
    const before = await app.sql.rows<{ id: string; at: string }>(
      'select id, activity_at::text as at from conversation order by id',
    );
    for (const [index, { id }] of before.entries())
      await app.sql.rows('update conversation set activity_at = $2 where id = $1', [
        id,
        `2026-11-20T10:00:00.00000${String(index)}Z`,
      ]);
    const seen = await walk('sort=-lastMessageAt', 2);
    for (const { id, at } of before)
      await app.sql.rows('update conversation set activity_at = $2 where id = $1', [id, at]);
    expect(seen).toEqual(before.map(({ id }) => id).reverse());
  });

  it.each([
    ['sort=-lastMessageAt', encodeCursor(['3', newId()])],
    ['sort=-priority', encodeCursor(['2026-11-20 10:00:00+00', newId()])],
    ['sort=waiting', encodeCursor(['now', 'me'])],
    ['sort=waiting', encodeCursor([null, null])],
    ['', encodeCursor(["2026-11-20 10:00:00+00' or 1=1", newId()])],
    ['', 'nonsense'],
  ])('refuses the cursor of another list: %s %s', async (query, cursor) => {
    const answer = await boss.ask('GET', `/conversations?${query}&cursor=${cursor}`);
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid_cursor']);
  });
});

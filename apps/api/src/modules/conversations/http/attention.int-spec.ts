import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ago, conversationOf, newcomer, reply, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { until } from '../testing/until.js';
import { says, wamid } from '../testing/wire.js';
import type { ConversationCounts, ConversationView } from './conversation.view.js';

let app: ThreadApp;
let [paula, luis]: [Person, Person] = [] as never;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor'], [], 'Paula');
  luis = await app.person(['supervisor'], [], 'Luis');
});
afterAll(() => app.close());

const unreadFor = async (who: Person, id: string) =>
  (await who.read<ConversationView>(`/conversations/${id}`)).unreadCount;
const read = (who: Person, id: string) => who.ask('POST', `/conversations/${id}/read`);
const unread = (who: Person, id: string) => who.ask('POST', `/conversations/${id}/unread`);
const readTold = async (id: string) =>
  (await app.appended('conversation.changed')).filter(
    (event) => event['conversationId'] === id && event['change'] === 'read',
  );

describe('what somebody has seen', () => {
  it('is theirs alone, until more comes', async () => {
    const { who, id } = await newcomer(app, paula);
    await app.hear(says(who, 'y otra'));
    expect([await unreadFor(paula, id), await unreadFor(luis, id)]).toEqual([2, 2]);
    expect((await read(paula, id)).status).toBe(204);
    expect([await unreadFor(paula, id), await unreadFor(luis, id)]).toEqual([0, 2]);
    await app.hear(says(who, 'y otra más'));
    expect([await unreadFor(paula, id), await unreadFor(luis, id)]).toEqual([1, 3]);
  });

  it('is told once, with who saw it', async () => {
    const { id } = await newcomer(app, paula);
    await read(paula, id);
    await read(paula, id);
    expect(await readTold(id)).toMatchObject([{ byUserId: paula.id }]);
  });

  it('does not end the wait: only an answer does', async () => {
    const { who, id } = await newcomer(app, paula);
    await read(paula, id);
    expect((await conversationOf(paula, who)).waitingSince).not.toBeNull();
    await reply(luis, id, 'aquí');
    expect([await unreadFor(paula, id), await unreadFor(luis, id)]).toEqual([0, 0]);
  });

  it('may be put back, so that one message waits again', async () => {
    const { who, id } = await newcomer(app, paula);
    await app.hear(says(who, 'dos'), says(who, 'tres'));
    await read(paula, id);
    expect((await unread(paula, id)).status).toBe(204);
    expect(await unreadFor(paula, id)).toBe(1);
    await read(paula, id);
    expect(await unreadFor(paula, id)).toBe(0);
  });

  it('put back of a conversation without any message of the customer counts nothing', async () => {
    const { id } = await newcomer(app, paula);
    await app.sql.rows('update conversation set inbound_count = 0 where id = $1', [id]);
    await unread(paula, id);
    expect(await unreadFor(paula, id)).toBe(0);
  });

  it('that was answered may be put back too', async () => {
    const { id } = await newcomer(app, paula);
    await reply(paula, id, 'listo');
    await unread(paula, id);
    expect(await unreadFor(paula, id)).toBe(1);
  });

  it('by another system is nothing: a key has no eyes', async () => {
    const { id } = await newcomer(app, paula);
    const key = await app.system('conversations:read');
    expect((await key.ask('POST', `/conversations/${id}/read`)).status).toBe(403);
    expect(await unreadFor(paula, id)).toBe(1);
  });
});

describe('blue ticks', () => {
  it('reach the customer for their last message, once', async () => {
    const id = wamid();
    const room = await newcomer(app, paula, { at: ago(2) });
    await app.hear(says(room.who, 'la última', { id }));
    await read(paula, room.id);
    await until(() => app.graph.readMarks().includes(id));
    await read(paula, room.id);
    await read(luis, room.id);
    await until(() => app.graph.readMarks().filter((mark) => mark === id).length === 2);
  });

  it('that the provider does not take leave everything seen all the same', async () => {
    const { id } = await newcomer(app, paula);
    await app.sql.rows(`update message set provider_id = null where conversation_id = $1`, [id]);
    expect((await read(paula, id)).status).toBe(204);
    expect(await unreadFor(paula, id)).toBe(0);
  });
});

describe('counts', () => {
  it('tell whose they are and how many nobody has seen, of what is not closed', async () => {
    const [asker, other] = [await app.person(['supervisor']), await app.person(['advisor'])];
    const before = await asker.read<ConversationCounts>('/conversations/counts');
    const rooms = [];
    for (let index = 0; index < 5; index += 1) rooms.push((await newcomer(app, paula)).id);
    const [mine, mineSeen, theirs, closed] = rooms;
    for (const id of [mine, mineSeen]) await asker.ask('POST', `/conversations/${String(id)}/claim`);
    await read(asker, String(mineSeen));
    await asker.ask('POST', `/conversations/${String(theirs)}/assign`, { assigneeId: other.id });
    await asker.ask('PATCH', `/conversations/${String(closed)}`, { status: 'closed' });
    const after = await asker.read<ConversationCounts>('/conversations/counts');
    const grown = (tab: keyof ConversationCounts) => [
      after[tab].total - before[tab].total,
      after[tab].unread - before[tab].unread,
    ];
    expect({ mine: grown('mine'), unassigned: grown('unassigned'), all: grown('all') }).toEqual({
      mine: [2, 1],
      unassigned: [1, 1],
      all: [4, 3],
    });
  });

  it('of a key know no mine', async () => {
    const key = await app.system('conversations:read');
    const counts = await key.read<ConversationCounts>('/conversations/counts');
    expect(counts.mine).toEqual({ total: 0, unread: 0 });
    expect(counts.all.total).toBeGreaterThan(0);
  });
});

describe('drafts', () => {
  const draft = (who: Person, id: string, body: object) => who.ask('PUT', `/conversations/${id}/draft`, body);
  const drafts = (who: Person, id: string) => who.read<{ mode: string; text: string }[]>(`/conversations/${id}/draft`);

  it('are kept for each person, for answer and note apart, the latest words', async () => {
    const { id } = await newcomer(app, paula);
    await draft(paula, id, { mode: 'reply', text: 'Hola An' });
    expect((await draft(paula, id, { mode: 'reply', text: 'Hola Ana 👋🏽' })).status).toBe(204);
    await draft(paula, id, { mode: 'note', text: 'ojo' });
    await draft(luis, id, { mode: 'reply', text: 'yo también' });
    expect((await drafts(paula, id)).sort((a, b) => (a.mode < b.mode ? -1 : 1))).toMatchObject([
      { mode: 'note', text: 'ojo', updatedAt: expect.any(String) },
      { mode: 'reply', text: 'Hola Ana 👋🏽' },
    ]);
    expect(await drafts(luis, id)).toMatchObject([{ text: 'yo también' }]);
  });

  it('go when they are emptied', async () => {
    const { id } = await newcomer(app, paula);
    await draft(paula, id, { mode: 'reply', text: 'x' });
    await draft(paula, id, { mode: 'reply', text: '' });
    await draft(paula, id, { mode: 'note', text: '' });
    expect(await drafts(paula, id)).toEqual([]);
  });

  it('never reach the customer', async () => {
    const { who, id } = await newcomer(app, paula);
    await draft(paula, id, { mode: 'reply', text: 'secreto' });
    await app.deliver();
    expect(app.graph.sends(who.waId)).toEqual([]);
    expect(await threadOf(paula, id)).toHaveLength(1);
  });

  it.each([
    { mode: 'shout', text: 'x' },
    { mode: 'reply' },
    { mode: 'reply', text: 'x'.repeat(10_001) },
    { mode: 'reply', text: 'nul \0' },
  ])('are refused: %j', async (body) => {
    const { id } = await newcomer(app, paula);
    expect((await draft(paula, id, body)).status).toBe(400);
    expect(await drafts(paula, id)).toEqual([]);
  });
});

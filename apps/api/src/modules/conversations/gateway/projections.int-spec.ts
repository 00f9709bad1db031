import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EventLog } from '../../../platform/outbox/event-log.js';
import { RelayOutboxJob } from '../../../platform/outbox/relay-outbox.job.js';
import { Projections } from '../../../platform/realtime/projections.js';
import { RealtimePublisher } from '../../../platform/realtime/realtime-publisher.js';
import type { ProjectedEvent } from '../../../platform/realtime/realtime-projection.js';
import { Conversations } from '../conversations.facade.js';
import { newcomer, reply } from '../testing/read-threads.js';
import { openSocket } from '../testing/panel-socket.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { until } from '../testing/until.js';
import { edits, reacts, says, told, unsends, wamid } from '../testing/wire.js';

let app: ThreadApp;
let [boss, paula, luis]: [Person, Person, Person] = [] as never;
let team: string;
beforeAll(async () => {
  app = await startThreads();
  team = await app.team();
  boss = await app.person(['supervisor']);
  paula = await app.person(['advisor'], [], 'Paula Vega');
  luis = await app.person(['advisor'], [team]);
});
afterAll(() => app.close());

let heardUpTo = '0';
/** What panels would be shown of everything that happened since the last look. */
async function shown(): Promise<ProjectedEvent[]> {
  await app.work(RelayOutboxJob);
  const log = app.get(EventLog, { strict: false });
  const projections = app.get(Projections, { strict: false });
  const end = await log.end();
  const { items } = await log.read(projections.topics(), heardUpTo, end, 500);
  heardUpTo = end;
  return projections.project(items);
}
beforeEach(async () => {
  await shown();
});
const typesOf = (events: readonly ProjectedEvent[]) => events.map(({ type }) => type);
const only = (events: readonly ProjectedEvent[], type: string) => events.filter((event) => event.type === type);

describe('a message that came', () => {
  it('is a bubble, a row of the inbox and a hint to count again, for who may see it', async () => {
    const { who, id } = await newcomer(app, boss);
    const events = await shown();
    expect(typesOf(events).sort()).toEqual(['conversation.upserted', 'counts.changed', 'message.created']);
    const [bubble] = only(events, 'message.created');
    const [row] = only(events, 'conversation.upserted');
    expect(bubble).toMatchObject({
      data: { conversationId: id, text: 'Hola', direction: 'in' },
      rooms: ['inbox:all', 'inbox:unassigned'],
    });
    expect(row).toMatchObject({
      data: { id, contact: { name: who.name }, lastMessage: { preview: 'Hola' } },
      rooms: ['inbox:all', 'inbox:unassigned'],
    });
    expect(only(events, 'counts.changed')).toMatchObject([{ data: {}, rooms: ['inbox:all', 'inbox:unassigned'] }]);
  });

  it('is exactly what REST answers', async () => {
    const { id } = await newcomer(app, boss);
    await reply(boss, id, 'Con gusto');
    const events = await shown();
    const { data } = await boss.read<{ data: { id: string }[] }>(`/conversations/${id}/messages`);
    expect(only(events, 'message.created').map((event) => event.data)).toEqual([...data].reverse());
    const seen = await boss.read<Record<string, unknown>>(`/conversations/${id}`);
    expect(only(events, 'conversation.upserted').at(-1)?.data).toEqual(seen);
  });

  it('with many others in one batch moves its row once, to the latest state', async () => {
    const { who, id } = await newcomer(app, boss);
    await app.hear(...['uno', 'dos', 'tres'].map((text) => says(who, text)));
    const events = await shown();
    expect(only(events, 'message.created')).toHaveLength(4);
    expect(only(events, 'conversation.upserted')).toMatchObject([{ data: { id, unreadCount: 4 } }]);
    expect(only(events, 'counts.changed')).toHaveLength(1);
    const seqs = events.map(({ seq }) => BigInt(seq));
    expect(seqs).toEqual([...seqs].sort((a, b) => (a < b ? -1 : 1)));
  });
});

describe('what changes later', () => {
  it('is shown on the bubble it is about', async () => {
    const id = wamid();
    const { who, first } = await newcomer(app, boss, { id });
    await shown();
    await app.hear(edits(who, id, 'Hola a todos'));
    expect(only(await shown(), 'message.updated')).toMatchObject([{ data: { id: first, text: 'Hola a todos' } }]);
    await app.hear(reacts(who, id, '🎉'));
    expect(only(await shown(), 'message.updated')).toMatchObject([
      { data: { id: first, reactions: [{ by: 'customer', emoji: '🎉' }] } },
    ]);
    await app.hear(unsends(who, id));
    const events = await shown();
    expect(only(events, 'message.updated')).toMatchObject([{ data: { id: first, type: 'deleted', text: null } }]);
    expect(only(events, 'conversation.upserted')).toMatchObject([{ data: { lastMessage: { preview: '' } } }]);
  });

  it('as a tick is told to those alone who have the conversation open, the last one of several', async () => {
    const { id } = await newcomer(app, boss);
    const { id: messageId } = await reply(paula, id, 'Hola');
    await app.deliver();
    await shown();
    const row = await app.sql.one<{ provider_id: string }>('select provider_id from message where id = $1', [
      messageId,
    ]);
    await app.hear(told(row?.provider_id ?? '', 'delivered'));
    await app.hear(told(row?.provider_id ?? '', 'read'));
    const events = await shown();
    expect(events).toMatchObject([
      {
        type: 'message.status',
        rooms: [`conversation:${id}`],
        data: { id: messageId, conversationId: id, status: 'read', failure: null },
      },
    ]);
    expect(events[0]?.data).not.toHaveProperty('text');
  });

  it('as a reaction of ours is no bubble of its own', async () => {
    const { id, first } = await newcomer(app, boss);
    await shown();
    await reply(boss, id, { type: 'reaction', messageId: first, emoji: '👍' });
    expect(typesOf(await shown())).not.toContain('message.created');
  });

  it('as a note is shown to the same people', async () => {
    const { id } = await newcomer(app, boss);
    await boss.ask('POST', `/conversations/${id}/assign`, { assigneeId: paula.id });
    await shown();
    await boss.ask('POST', `/conversations/${id}/notes`, { text: 'ojo' });
    expect(only(await shown(), 'message.created')).toMatchObject([
      { data: { type: 'note', text: 'ojo' }, rooms: ['inbox:all', `user:${paula.id}`] },
    ]);
  });
});

describe('a conversation that moves', () => {
  it('appears for who gets it and goes for who had it', async () => {
    const { id } = await newcomer(app, boss);
    await shown();
    await boss.ask('POST', `/conversations/${id}/assign`, { assigneeId: paula.id });
    let events = await shown();
    expect(only(events, 'conversation.upserted')[0]?.rooms).toEqual(['inbox:all', `user:${paula.id}`]);
    expect(only(events, 'conversation.removed')).toMatchObject([{ data: { id }, rooms: ['inbox:unassigned'] }]);
    await boss.ask('POST', `/conversations/${id}/assign`, { assigneeId: null, teamId: team });
    events = await shown();
    expect(only(events, 'conversation.upserted')[0]?.rooms).toEqual(['inbox:all', `team:${team}`]);
    expect(only(events, 'conversation.removed')).toMatchObject([{ data: { id }, rooms: [`user:${paula.id}`] }]);
  });

  it('reaches marketing once a link is known to have brought it', async () => {
    const { id } = await newcomer(app, boss);
    await shown();
    const facade = app.get(Conversations, { strict: false });
    await app.inside(() =>
      facade.setAttributions([{ conversationId: id, network: 'instagram', linkId: null, itemId: null }]),
    );
    expect(only(await shown(), 'conversation.upserted')).toMatchObject([
      { data: { source: { network: 'instagram' } }, rooms: ['inbox:all', 'inbox:unassigned', 'inbox:attributed'] },
    ]);
  });

  it('goes silent for somebody who had it open when it was taken from them', async () => {
    const { who, id } = await newcomer(app, boss);
    await boss.ask('POST', `/conversations/${id}/assign`, { assigneeId: luis.id });
    const [his, hers] = [await openSocket(app.origin, luis.headers), await openSocket(app.origin, paula.headers)];
    expect(await his.say('view', { conversationId: id })).toEqual({ ok: true });
    await boss.ask('POST', `/conversations/${id}/assign`, { assigneeId: paula.id });
    await app.hear(says(who, 'mi clave es 1234'));
    await app.get(RealtimePublisher).publish(await shown());
    const words = ({ heard }: typeof hers) =>
      heard.flatMap(({ type, data }) => (type === 'message.created' ? [data['text']] : []));
    await until(() => words(hers).includes('mi clave es 1234'));
    await until(() => his.heard.some(({ type }) => type === 'conversation.removed'));
    expect(words(his)).not.toContain('mi clave es 1234');
    his.close();
    hers.close();
  });
});

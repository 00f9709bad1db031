import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { conversationOf, newcomer, reply } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import type { ConversationView } from './conversation.view.js';

let app: ThreadApp;
let [boss, paula, luis]: Person[] = [];
let team: string;
beforeAll(async () => {
  app = await startThreads({ assistantMode: 'auto' });
  team = await app.team();
  boss = await app.person(['supervisor'], [], 'Jefa');
  paula = await app.person(['advisor'], [], 'Paula Vega');
  luis = await app.person(['advisor'], [team], 'Luis Paz');
});
afterAll(() => app.close());

type Asker = Person | undefined;
const post = (who: Asker, id: string, what: 'assign' | 'claim', body?: object) => {
  if (!who) throw new Error('nobody asks');
  return who.ask<ConversationView & Record<string, unknown>>('POST', `/conversations/${id}/${what}`, body);
};
const room = () => newcomer(app, boss as Person);
const changesOf = async (id: string) =>
  (await app.appended('conversation.changed')).filter((event) => event['conversationId'] === id);

describe('claiming', () => {
  it('takes what nobody has, silences ISAC and tells who had it', async () => {
    const { id } = await room();
    const answer = await post(paula, id, 'claim');
    expect(answer).toMatchObject({
      status: 200,
      body: { assignee: { id: paula?.id, name: 'Paula Vega' }, assistantState: { owner: 'person' } },
    });
    expect(answer.headers.get('etag')).toBe(`"${String(answer.body.version)}"`);
    expect(await changesOf(id)).toMatchObject([
      { change: 'assigned', byUserId: paula?.id, assigneeId: paula?.id, previousAssigneeId: null },
    ]);
  });

  it('by several at once is won by one; the others hear who has it', async () => {
    const { id } = await room();
    const people = await Promise.all(['Uno', 'Dos', 'Tres'].map((name) => app.person(['advisor'], [], name)));
    const answers = await Promise.all(people.map((one) => post(one, id, 'claim')));
    const won = answers.findIndex(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(lost).toHaveLength(2);
    for (const { status, body } of lost) {
      // Whoever looked before it was taken hears the name; whoever came later may not see it any more.
      if (status === 409)
        expect(body).toMatchObject({ code: 'already_claimed', assignee: { name: people[won]?.name } });
      else expect(status).toBe(404);
    }
    expect(await conversationById(id)).toMatchObject({ assignee: { id: people[won]?.id } });
  });

  it('of what a colleague has is refused with their name to who may see it', async () => {
    const { id } = await room();
    await post(paula, id, 'claim');
    const refused = await post(boss, id, 'claim');
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'already_claimed',
        detail: 'Paula Vega already has this conversation.',
        assignee: { id: paula?.id, name: 'Paula Vega' },
      },
    });
    expect(await conversationById(id)).toMatchObject({ assignee: { id: paula?.id } });
  });

  it('again of one’s own takes it back from ISAC', async () => {
    const { id } = await room();
    await post(paula, id, 'claim');
    await paula?.ask('PUT', `/conversations/${id}/assistant`, { owner: 'assistant' });
    expect(await post(paula, id, 'claim')).toMatchObject({
      status: 200,
      body: { assistantState: { owner: 'person' } },
    });
  });

  it('is for people who may answer: a key is nobody, marketing only reads', async () => {
    const { id } = await room();
    const key = await app.system('messages:send', 'conversations:read');
    expect((await key.ask('POST', `/conversations/${id}/claim`)).status).toBe(403);
    expect((await post(await app.person(['marketing']), id, 'claim')).status).toBe(403);
  });
});

async function conversationById(id: string): Promise<ConversationView> {
  return (boss as Person).read<ConversationView>(`/conversations/${id}`);
}

describe('assigning', () => {
  it('to a person moves it, and tells both sides', async () => {
    const { id } = await room();
    await post(boss, id, 'assign', { assigneeId: paula?.id });
    expect(await post(boss, id, 'assign', { assigneeId: luis?.id })).toMatchObject({
      status: 200,
      body: { assignee: { id: luis?.id }, assistantState: { owner: 'person' } },
    });
    expect((await changesOf(id)).at(-1)).toMatchObject({
      byUserId: boss?.id,
      assigneeId: luis?.id,
      previousAssigneeId: paula?.id,
    });
    expect((await paula?.ask('GET', `/conversations/${id}`))?.status).toBe(404);
    expect((await luis?.ask('GET', `/conversations/${id}`))?.status).toBe(200);
  });

  it('to a team’s queue leaves it to nobody, seen by the team alone', async () => {
    const { id } = await room();
    await post(boss, id, 'assign', { assigneeId: paula?.id });
    expect(await post(boss, id, 'assign', { assigneeId: null, teamId: team })).toMatchObject({
      body: { assignee: null, team: { id: team } },
    });
    expect((await paula?.ask('GET', `/conversations/${id}`))?.status).toBe(404);
    expect((await luis?.ask('GET', `/conversations/${id}`))?.status).toBe(200);
    expect((await changesOf(id)).at(-1)).toMatchObject({
      assigneeId: null,
      previousAssigneeId: paula?.id,
      teamId: team,
      previousTeamId: null,
    });
  });

  it('keeps the team when only the person changes, and takes it away on request', async () => {
    const { id } = await room();
    await post(boss, id, 'assign', { assigneeId: null, teamId: team });
    expect((await post(boss, id, 'assign', { assigneeId: luis?.id })).body).toMatchObject({
      team: { id: team },
      assignee: { id: luis?.id },
    });
    expect((await post(boss, id, 'assign', { assigneeId: luis?.id, teamId: null })).body).toMatchObject({ team: null });
  });

  it('to who has it already changes and tells nothing', async () => {
    const { id } = await room();
    const { body } = await post(boss, id, 'assign', { assigneeId: paula?.id });
    expect((await post(boss, id, 'assign', { assigneeId: paula?.id })).body.version).toBe(body.version);
    expect(await changesOf(id)).toHaveLength(1);
  });

  it('by an advisor of their own hands it over', async () => {
    const { id } = await room();
    await reply(paula as Person, id, 'mía');
    const given = await post(paula, id, 'assign', { assigneeId: luis?.id });
    expect(given).toMatchObject({ status: 200, body: { assignee: { id: luis?.id, name: 'Luis Paz' } } });
    expect((await paula?.ask('GET', `/conversations/${id}`))?.status).toBe(404);
    expect((await post(paula, id, 'assign', { assigneeId: paula?.id })).status).toBe(404);
  });

  it.each<[string, () => Promise<object>, string]>([
    ['nobody knows', async () => ({ assigneeId: newId() }), '/assigneeId'],
    ['only markets', async () => ({ assigneeId: (await app.person(['marketing'])).id }), '/assigneeId'],
    [
      'has left',
      async () => {
        const gone = await app.person(['advisor']);
        await app.sql.rows('update app_user set active = false where id = $1', [gone.id]);
        return { assigneeId: gone.id };
      },
      '/assigneeId',
    ],
    ['is no team', async () => ({ assigneeId: null, teamId: newId() }), '/teamId'],
    ['is not named', async () => ({}), '/assigneeId'],
    ['is no id', async () => ({ assigneeId: 'paula', teamId: 'ventas' }), '/assigneeId'],
  ])('to somebody who %s is refused by its field', async (_, target, path) => {
    const { id } = await room();
    const answer = await post(boss, id, 'assign', await target());
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: expect.arrayContaining([expect.objectContaining({ path })]) },
    });
    expect(await conversationById(id)).toMatchObject({ assignee: null, team: null });
  });

  it('by another system is told without a person', async () => {
    const { id } = await room();
    const erp = await app.system('conversations:read', 'conversations:write');
    expect((await erp.ask('POST', `/conversations/${id}/assign`, { assigneeId: paula?.id })).status).toBe(200);
    expect((await changesOf(id)).at(-1)).toMatchObject({ byUserId: null, assigneeId: paula?.id });
  });

  it('twice at once ends with one of the two', async () => {
    const { who, id } = await room();
    await Promise.all([paula, luis].map((one) => post(boss, id, 'assign', { assigneeId: one?.id })));
    const told = await changesOf(id);
    expect(told).toHaveLength(2);
    expect(told[1]).toMatchObject({ previousAssigneeId: told[0]?.['assigneeId'] });
    expect((await conversationOf(boss as Person, who)).assignee?.id).toBe(told[1]?.['assigneeId']);
  });
});

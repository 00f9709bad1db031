import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import type { Role } from '../../auth/index.js';
import { type LeadBoard, type MadeLead, startLeadBoard } from '../testing/lead-board.js';
import type { LeadPage, LeadView, PipelineView } from './lead-view.js';

let board: LeadBoard;
let [me, colleague, myTeam, otherTeam]: string[] = [];
const leads = new Map<string, MadeLead>();

beforeAll(async () => {
  board = await startLeadBoard();
  [me, colleague] = [await board.person(), await board.person()];
  [myTeam, otherTeam] = [await board.team([me]), await board.team([colleague])];
  const add = async (name: string, over: object, place: object = {}) =>
    leads.set(name, await board.lead({ source_kind: 'direct', ...over }, await board.place(place)));
  await add('mine', { assignee_id: me });
  await add('theirs', { assignee_id: colleague });
  await add('nobody’s', {});
  await add('theirs in my conversation', { assignee_id: colleague }, { assigneeId: me });
  await add('theirs in my team', { assignee_id: colleague }, { teamId: myTeam });
  await add('theirs in another team', { assignee_id: colleague }, { teamId: otherTeam });
  await add('theirs by a link', { assignee_id: colleague, source_kind: 'link', network: 'tiktok' });
  await add('theirs by an ad', { assignee_id: colleague, source_kind: 'ad', network: 'facebook' });
  await add('theirs by hand', { assignee_id: colleague, source_kind: 'manual' });
});
afterAll(() => board.close());

const all = (): string[] => [...leads.keys()];
const ADVISED = ['mine', 'nobody’s', 'theirs in my conversation', 'theirs in my team'];
const BROUGHT = ['theirs by a link', 'theirs by an ad'];
const VIEWS: [string, Role[], () => string[]][] = [
  ['an administrator', ['admin'], all],
  ['a supervisor', ['supervisor'], all],
  ['an advisor', ['advisor'], () => ADVISED],
  ['marketing', ['marketing'], () => BROUGHT],
  ['an advisor who also does marketing', ['advisor', 'marketing'], () => [...ADVISED, ...BROUGHT]],
];

describe.each(VIEWS)('%s', (_who, roles, visible) => {
  const act = (): void => board.actAs(roles, { id: me ?? '', teamIds: [myTeam ?? ''] });
  const names = (found: readonly LeadView[]): string[] =>
    all().filter((name) => found.some(({ id }) => id === leads.get(name)?.id));

  it('sees in lists exactly what is theirs to see', async () => {
    act();
    expect(names((await board.ask<LeadPage>('GET', '/leads?limit=200')).body.data).sort()).toEqual(visible().sort());
  });

  it('counts nothing else in the pipeline', async () => {
    act();
    const { columns } = (await board.ask<PipelineView>('GET', '/leads/pipeline')).body;
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(visible().length);
  });

  it('opens these and gets 404 for the others, as for what does not exist', async () => {
    act();
    for (const [name, { id }] of leads) {
      const expected = visible().includes(name) ? 200 : 404;
      expect([name, (await board.ask('GET', `/leads/${id}`)).status]).toEqual([name, expected]);
      expect([name, (await board.ask('GET', `/leads/${id}/events`)).status]).toEqual([name, expected]);
    }
    const unknown = await board.ask('GET', `/leads/${newId()}`);
    const hidden = leads.get('theirs in another team')?.id ?? '';
    const refused = await board.ask('GET', `/leads/${hidden}`);
    if (refused.status === 404)
      expect({ ...refused.body, instance: '', requestId: '' }).toEqual({
        ...unknown.body,
        instance: '',
        requestId: '',
      });
  });

  it('finds no others by filters that name them', async () => {
    act();
    const found = (await board.ask<LeadPage>('GET', `/leads?limit=200&assigneeId=${colleague}`)).body.data;
    expect(names(found).every((name) => visible().includes(name))).toBe(true);
  });
});

describe('an advisor', () => {
  it('cannot change or take what they may not see', async () => {
    board.actAs(['advisor'], { id: me ?? '', teamIds: [myTeam ?? ''] });
    const { id } = leads.get('theirs in another team') ?? { id: '' };
    for (const [method, path, body] of [
      ['PATCH', '', { city: 'Quito' }],
      ['POST', '/assign', { assigneeId: me }],
    ] as const)
      expect((await board.ask(method, `/leads/${id}${path}`, body)).status).toBe(404);
    expect(await board.sql.one('select city, assignee_id from lead where id = $1', [id])).toEqual({
      city: null,
      assignee_id: colleague,
    });
  });

  it('may give away a lead, and hears of it once more as its answer', async () => {
    board.actAs(['advisor'], { id: me ?? '', teamIds: [myTeam ?? ''] });
    const { id } = await board.lead({ assignee_id: me });
    const given = await board.ask<LeadView>('POST', `/leads/${id}/assign`, { assigneeId: colleague });
    expect([given.status, given.body.assignee?.id]).toEqual([200, colleague]);
    expect((await board.ask('GET', `/leads/${id}`)).status).toBe(404);
  });

  it('lists their own by the word me, and nobody’s by none', async () => {
    board.actAs(['advisor'], { id: me ?? '', teamIds: [] });
    const own = (await board.ask<LeadPage>('GET', '/leads?assigneeId=me')).body.data;
    expect(own.map(({ assignee }) => assignee?.id)).toEqual([me]);
    const free = (await board.ask<LeadPage>('GET', '/leads?assigneeId=none')).body.data;
    expect(free.every(({ assignee }) => assignee === null)).toBe(true);
  });
});

describe('assigning', () => {
  it.each([
    ['somebody unknown', () => Promise.resolve(newId())],
    ['somebody who left', () => board.person({ active: false })],
    ['no id', () => Promise.resolve('me')],
  ])('refuses %s', async (_name, whom) => {
    board.actAs(['admin']);
    const { id } = await board.lead();
    const answer = await board.ask<{ errors?: { path: string }[] }>('POST', `/leads/${id}/assign`, {
      assigneeId: await whom(),
    });
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, '/assigneeId']);
  });

  it.each([[{}], [{ assigneeId: undefined }], [{ assigneeId: 5 }], [{ assigneeId: null, by: 'x' }]])(
    'refuses the body %j',
    async (body) => {
      board.actAs(['admin']);
      const { id } = await board.lead();
      expect((await board.ask('POST', `/leads/${id}/assign`, body)).status).toBe(400);
    },
  );

  it('gives it back to the queue, once', async () => {
    board.actAs(['admin']);
    const { id } = await board.lead({ assignee_id: me });
    expect((await board.ask<LeadView>('POST', `/leads/${id}/assign`, { assigneeId: null })).body.assignee).toBeNull();
    expect((await board.ask<LeadView>('POST', `/leads/${id}/assign`, { assigneeId: null })).body.version).toBe(2);
  });
});

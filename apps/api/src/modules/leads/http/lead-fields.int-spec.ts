import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { type LeadBoard, startLeadBoard } from '../testing/lead-board.js';
import type { LeadEventPage, LeadView } from './lead-view.js';

interface Refused {
  code: string;
  errors?: { path: string }[];
}
let board: LeadBoard;
beforeAll(async () => {
  board = await startLeadBoard();
});
afterAll(() => board.close());
beforeEach(() => board.actAs(['admin']));

const pathsOf = ({ errors = [] }: Refused): string[] => [...new Set(errors.map(({ path }) => path))].sort();
const read = async (id: string): Promise<LeadView> => (await board.ask<LeadView>('GET', `/leads/${id}`)).body;
const patch = (id: string, body: unknown, headers?: Record<string, string>) =>
  board.ask<LeadView & Refused>('PATCH', `/leads/${id}`, body, headers);
const kindsOf = async (id: string): Promise<string[]> =>
  (await board.ask<LeadEventPage>('GET', `/leads/${id}/events`)).body.data.map(({ kind }) => kind);

describe('changing a lead', () => {
  it.each([
    ['/state', { state: 'sold' }],
    ['/state', { state: null }],
    ['/state', { state: 'New' }],
    ['/lostReason', { lostReason: 'x'.repeat(201) }],
    ['/lostReason', { state: 'lost' }],
    ['/lostReason', { state: 'lost', lostReason: '  ' }],
    ['/assigneeId', { assigneeId: 'me' }],
    ['/assigneeId', { assigneeId: newId() }],
    ['/quality', { quality: 'boiling' }],
    ['/itemId', { itemId: 'villa' }],
    ['/itemId', { itemId: newId() }],
    ['/budget', { budget: 5 }],
    ['/budget/amount', { budget: { amount: -1, currency: 'USD' } }],
    ['/budget/amount', { budget: { amount: 1e15 + 2, currency: 'USD' } }],
    ['/budget/amount', { budget: { amount: '5', currency: 'USD' } }],
    ['/budget/currency', { budget: { amount: 5, currency: 'DOLLAR' } }],
    ['/budget/tax', { budget: { amount: 5, currency: 'USD', tax: 1 } }],
    ['/value/currency', { value: { amount: 5 } }],
    ['/city', { city: 'x'.repeat(101) }],
    ['/city', { city: ['Quito'] }],
    ['/urgency', { urgency: 'yesterday' }],
    ['/title', { title: 'x'.repeat(201) }],
    ['/description', { description: 'x'.repeat(5001) }],
    ['/saleId', { saleId: newId() }],
    ['/completeness', { completeness: 100 }],
    ['/qualityReasons', { qualityReasons: [] }],
    ['/contactId', { contactId: newId() }],
    ['/version', { version: 2 }],
  ])('refuses %s in %j and changes nothing', async (path, body) => {
    const { id } = await board.lead();
    const { status, body: refused } = await patch(id, body);
    expect([status, pathsOf(refused)]).toEqual([400, [path]]);
    expect((await read(id)).version).toBe(1);
    expect(await kindsOf(id)).toEqual([]);
  });

  it('names every mistake at once', async () => {
    const { id } = await board.lead();
    const { body } = await patch(id, {
      state: 'x',
      quality: 'y',
      urgency: 'z',
      city: 1,
      budget: { amount: 'a' },
      more: true,
    });
    expect(pathsOf(body)).toEqual([
      '/budget/amount',
      '/budget/currency',
      '/city',
      '/more',
      '/quality',
      '/state',
      '/urgency',
    ]);
  });

  it('that changes nothing writes nothing', async () => {
    const { id } = await board.lead();
    await patch(id, { city: 'Quito' });
    const before = await read(id);
    const again = await patch(id, { city: 'Quito' });
    expect([again.status, again.body.version, await kindsOf(id)]).toEqual([200, before.version, ['details']]);
    expect((await patch(id, {})).body.version).toBe(before.version);
  });

  it('trims words, and takes values away again', async () => {
    const { id } = await board.lead();
    const full = await patch(id, {
      city: '  Quito ',
      title: ' Visita ',
      budget: { amount: 100, currency: 'USD' },
      urgency: 'high',
      quality: 'hot',
    });
    expect(full.body).toMatchObject({
      city: 'Quito',
      title: 'Visita',
      budget: { amount: 100, currency: 'USD' },
      urgency: 'high',
      quality: 'hot',
      qualityBy: 'person',
    });
    const empty = await patch(id, { city: null, title: null, budget: null, urgency: null, quality: null });
    expect(empty.body).toMatchObject({
      city: null,
      title: null,
      budget: null,
      urgency: null,
      quality: null,
      qualityBy: null,
    });
  });

  it('keeps money of the largest size to the cent', async () => {
    const { id } = await board.lead();
    const value = { amount: 999_999_999_999_999, currency: 'COP' };
    expect((await patch(id, { value })).body.value).toEqual(value);
  });

  it('writes who did what into the history, newest first, page by page', async () => {
    const me = await board.person({ roles: ['admin'], name: 'Carla Vera' });
    board.actAs(['admin'], { id: me });
    const { id } = await board.lead();
    for (const state of ['contacted', 'qualified', 'negotiating', 'won']) await patch(id, { state });
    const first = (await board.ask<LeadEventPage>('GET', `/leads/${id}/events?limit=3`)).body;
    const rest = (await board.ask<LeadEventPage>('GET', `/leads/${id}/events?limit=3&cursor=${first.nextCursor}`)).body;
    const events = [...first.data, ...rest.data];
    expect(events.map(({ detail }) => detail['to'])).toEqual(['won', 'negotiating', 'qualified', 'contacted']);
    expect(events.every(({ by, byKind }) => byKind === 'user' && by?.name === 'Carla Vera')).toBe(true);
    expect(rest.nextCursor).toBeNull();
  });

  it.each(['nonsense', Buffer.from('["x"]').toString('base64url'), Buffer.from('[null]').toString('base64url')])(
    'has no history behind the cursor %s',
    async (cursor) => {
      const { id } = await board.lead();
      expect((await board.ask('GET', `/leads/${id}/events?cursor=${cursor}`)).status).toBe(400);
    },
  );
});

describe('the states', () => {
  it.each([
    ['new', 'contacted', 200],
    ['new', 'won', 200],
    ['new', 'negotiating', 200],
    ['contacted', 'new', 409],
    ['negotiating', 'contacted', 200],
    ['qualified', 'new', 409],
    ['won', 'contacted', 409],
    ['won', 'lost', 409],
    ['lost', 'contacted', 200],
    ['lost', 'won', 409],
    ['lost', 'new', 409],
  ])('%s to %s is %i', async (from, to, status) => {
    const { id } = await board.lead({ state: from, ...(from === 'lost' && { lost_reason: 'precio' }) });
    const answer = await patch(id, { state: to, ...(to === 'lost' && { lostReason: 'precio' }) });
    expect(answer.status).toBe(status);
    const { state, lostReason } = await read(id);
    expect([state, lostReason]).toEqual([
      status === 200 ? to : from,
      status !== 200 && from === 'lost' ? 'precio' : null,
    ]);
    if (status === 409) expect(answer.body).toMatchObject({ code: 'lead_state_refused', from, to });
  });

  it('say the same twice without a refusal', async () => {
    const { id } = await board.lead({ state: 'contacted' });
    expect((await patch(id, { state: 'contacted' })).status).toBe(200);
    expect(await kindsOf(id)).toEqual([]);
  });

  it('of an unclaimed click cannot be moved', async () => {
    const { id } = await board.lead({ contact_id: null, conversation_id: null, source_kind: 'link' });
    expect((await patch(id, { state: 'contacted' })).status).toBe(409);
  });

  it('are told to whoever listens, once for each change', async () => {
    const { id } = await board.lead();
    await patch(id, { state: 'qualified', city: 'Quito' });
    const told = (await board.appended('lead.changed')).filter((one) => (one as { leadId: string }).leadId === id);
    expect(told).toMatchObject([{ change: 'state', from: 'new', to: 'qualified' }, { change: 'details' }]);
  });
});

describe('two at once', () => {
  it('with the same version: one writes, the other is told', async () => {
    const { id } = await board.lead();
    const write = (city: string) => patch(id, { city }, { 'if-match': '"1"' });
    const answers = await Promise.all([write('Quito'), write('Loja'), write('Cuenca')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect((await read(id)).version).toBe(2);
  });

  it('without a version: both are kept, one after the other', async () => {
    const { id } = await board.lead();
    const answers = await Promise.all([patch(id, { city: 'Quito' }), patch(id, { title: 'Visita' })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await read(id)).toMatchObject({ city: 'Quito', title: 'Visita', version: 3 });
  });

  it('cannot both win and lose it', async () => {
    const { id } = await board.lead({ state: 'negotiating' });
    const answers = await Promise.all([
      patch(id, { state: 'won' }),
      patch(id, { state: 'lost', lostReason: 'precio' }),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 409).length).toBeLessThanOrEqual(1);
    const { state, lostReason } = await read(id);
    expect([
      ['won', null],
      ['lost', 'precio'],
    ]).toContainEqual([state, lostReason]);
  });
});

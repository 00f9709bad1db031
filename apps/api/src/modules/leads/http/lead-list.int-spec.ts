import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { type LeadBoard, startLeadBoard } from '../testing/lead-board.js';
import type { LeadPage, LeadView, PipelineView } from './lead-view.js';

interface Refused {
  code: string;
  errors?: { path: string }[];
}
let board: LeadBoard;
beforeAll(async () => {
  board = await startLeadBoard();
});
afterAll(() => board.close());

const list = async (query = ''): Promise<LeadView[]> =>
  (await board.ask<LeadPage>('GET', `/leads?limit=200${query}`)).body.data;
const ids = async (query = ''): Promise<string[]> => (await list(query)).map(({ id }) => id);

describe('what a list may be asked', () => {
  it.each([
    ['state', 'sold'],
    ['network', 'orkut'],
    ['source', 'mail'],
    ['assigneeId', 'paula'],
    ['quality', 'boiling'],
    ['itemId', 'villa'],
    ['linkId', '1'],
    ['contactId', 'ana'],
    ['from', 'yesterday'],
    ['from', '-005000-01-01T00:00:00Z'],
    ['to', '+200000-01-01T00:00:00Z'],
    ['to', 'soon'],
    ['q', 'x'.repeat(101)],
    ['anonymous', 'maybe'],
    ['sort', 'name'],
    ['sort', '-value; drop table lead'],
    ['limit', '0'],
    ['limit', '201'],
    ['limit', 'all'],
    ['cursor', 'x'.repeat(501)],
    ['color', 'red'],
  ])('is not %s=%s', async (name, value) => {
    const { status, body } = await board.ask<Refused>('GET', `/leads?${name}=${encodeURIComponent(value)}`);
    expect([status, [...new Set(body.errors?.map(({ path }) => path))]]).toEqual([400, [`?${name}`]]);
  });

  it.each(['state=sold', 'sort=-value', 'limit=5', 'from=yesterday'])(
    'nor may the pipeline be asked %s',
    async (query) => {
      expect((await board.ask('GET', `/leads/pipeline?${query}`)).status).toBe(400);
    },
  );

  it('is nothing that the database cannot store', async () => {
    expect((await board.ask('GET', '/leads?q=a%00b')).status).toBe(400);
  });
});

describe('narrowing', () => {
  it('by time takes the beginning in and leaves the end out', async () => {
    const day = async (created_at: string) => (await board.lead({ created_at, city: 'Tiempo' })).id;
    const [first, second, third] = [
      await day('2026-03-01T05:00:00Z'),
      await day('2026-03-02T05:00:00Z'),
      await day('2026-03-03T05:00:00Z'),
    ];
    const between = (from: string, to: string) =>
      ids(`&q=Tiempo&from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}&sort=createdAt`);
    expect(await between('2026-03-01T05:00:00Z', '2026-03-03T05:00:00Z')).toEqual([first, second]);
    expect(await between('2026-03-01T00:00:00-05:00', '2026-03-03T00:00:00.001-05:00')).toEqual([first, second, third]);
    expect(await between('2026-03-04T00:00:00Z', '2026-03-01T00:00:00Z')).toEqual([]);
  });

  it('by words looks into title, description, city and the name of the person, without accents', async () => {
    const made = [
      await board.lead({ title: 'Visita a la Azotea' }),
      await board.lead({ description: 'quiere una AZOTEA grande' }),
      await board.lead({ city: 'Azótea' }),
      await board.lead({ title: 'otra cosa' }),
    ].map(({ id }) => id);
    expect((await ids('&q=azotea')).sort()).toEqual(made.slice(0, 3).sort());
    expect(await ids(`&q=${encodeURIComponent('az%tea')}`)).toEqual([]);
    expect(await ids('&q=%20%20')).toContain(made[3]);
  });

  it('by several at once needs all of them', async () => {
    const who = await board.person();
    const fits = await board.lead({
      state: 'qualified',
      quality: 'hot',
      assignee_id: who,
      source_kind: 'link',
      network: 'tiktok',
    });
    await board.lead({ state: 'qualified', quality: 'cold', assignee_id: who, source_kind: 'link', network: 'tiktok' });
    await board.lead({ state: 'new', quality: 'hot', assignee_id: who, source_kind: 'link', network: 'tiktok' });
    expect(await ids(`&state=qualified&quality=hot&assigneeId=${who}&source=link&network=tiktok`)).toEqual([fits.id]);
  });

  it('keeps unclaimed clicks apart, and expired ones out of sight', async () => {
    const click = await board.lead({ contact_id: null, conversation_id: null, source_kind: 'link' });
    const expired = await board.lead({
      contact_id: null,
      conversation_id: null,
      source_kind: 'link',
      expired_at: '2026-11-20T11:00:00Z',
    });
    expect(await ids()).not.toContain(click.id);
    const anonymous = await ids('&anonymous=true');
    expect([anonymous.includes(click.id), anonymous.includes(expired.id)]).toEqual([true, false]);
  });
});

describe('a card', () => {
  it('tells how many messages nobody has read, for whoever asks', async () => {
    const reader = await board.person({ roles: ['admin'] });
    const { id, conversationId } = await board.lead();
    board.actAs(['admin'], { id: reader });
    expect((await board.ask<LeadView>('GET', `/leads/${id}`)).body.unreadCount).toBe(2);
    await board.sql.rows(
      'insert into conversation_seen (conversation_id, user_id, seen_inbound, seen_at) values ($1, $2, 3, now())',
      [conversationId, reader],
    );
    expect((await board.ask<LeadView>('GET', `/leads/${id}`)).body.unreadCount).toBe(0);
    board.actAs(['admin']);
    expect((await board.ask<LeadView>('GET', `/leads/${id}`)).body.unreadCount).toBe(2);
  });

  it('tells names in lists, and addresses only of a single lead', async () => {
    const { id } = await board.lead();
    const [card] = (await list()).filter((lead) => lead.id === id);
    expect(card?.contact).toMatchObject({ name: 'Ana Ruiz', email: null });
  });
});

describe('the pipeline', () => {
  it('adds up each currency on its own, the main one first, and counts cards without a value', async () => {
    const city = newId();
    const worth = (value_amount: number | null, value_currency: string | null) =>
      board.lead({ city, state: 'negotiating', value_amount, value_currency });
    await Promise.all([worth(100, 'USD'), worth(250, 'USD'), worth(7, 'EUR'), worth(5, 'ARS'), worth(null, null)]);
    const { columns } = (await board.ask<PipelineView>('GET', `/leads/pipeline?q=${city}`)).body;
    const column = columns.find(({ state }) => state === 'negotiating');
    expect(column?.count).toBe(5);
    expect(new Map(column?.values.map(({ currency, amount }) => [currency, amount]))).toEqual(
      new Map([
        ['USD', 350],
        ['EUR', 7],
        ['ARS', 5],
      ]),
    );
    expect(column?.value).toEqual(
      column?.values.find(({ currency }) => currency === column.value.currency) ?? {
        amount: 0,
        currency: column?.value.currency,
      },
    );
    expect(columns.filter(({ count }) => count > 0)).toHaveLength(1);
  });

  it('has every column, also the empty ones, in order', async () => {
    const { columns } = (await board.ask<PipelineView>('GET', `/leads/pipeline?contactId=${newId()}`)).body;
    expect(columns.map(({ state, count, leads, nextCursor }) => [state, count, leads.length, nextCursor])).toEqual(
      ['new', 'contacted', 'qualified', 'negotiating', 'won', 'lost'].map((state) => [state, 0, 0, null]),
    );
  });
});

describe('a lead written down by hand', () => {
  it('names everything that is wrong at once', async () => {
    const { body } = await board.ask<Refused>('POST', '/leads', {
      contactId: 'ana',
      itemId: 'x',
      title: '',
      budget: { amount: 1.5 },
      state: 'won',
    });
    expect([...new Set(body.errors?.map(({ path }) => path))].sort()).toEqual([
      '/budget/amount',
      '/budget/currency',
      '/contactId',
      '/itemId',
      '/state',
      '/title',
    ]);
  });

  it('is made once of many that are asked for at the same moment', async () => {
    const { contactId } = await board.place();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => board.ask<LeadView & Refused>('POST', '/leads', { contactId, title: 'Visita' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await ids(`&contactId=${contactId}`)).toHaveLength(1);
  });

  it('is refused while another one is open, and allowed once that is over', async () => {
    const { contactId } = await board.place();
    const first = await board.ask<LeadView>('POST', '/leads', { contactId });
    expect((await board.ask<Refused>('POST', '/leads', { contactId })).body).toMatchObject({
      code: 'open_lead_exists',
      leadId: first.body.id,
    });
    await board.ask('PATCH', `/leads/${first.body.id}`, { state: 'lost', lostReason: 'precio' });
    expect((await board.ask('POST', '/leads', { contactId })).status).toBe(201);
  });

  it('leaves nothing behind when a part of it is refused', async () => {
    const { contactId } = await board.place();
    expect((await board.ask('POST', '/leads', { contactId, assigneeId: newId() })).status).toBe(400);
    expect(await board.sql.rows('select 1 from lead where contact_id = $1', [contactId])).toEqual([]);
  });

  it('cannot be reopened beside another open one of the person', async () => {
    const { contactId } = await board.place();
    const lost = await board.lead(
      { state: 'lost', lost_reason: 'precio' },
      { contactId, conversationId: (await board.place({ contactId })).conversationId },
    );
    await board.ask('POST', '/leads', { contactId });
    const refused = await board.ask<Refused>('PATCH', `/leads/${lost.id}`, { state: 'contacted' });
    expect([refused.status, refused.body.code]).toEqual([409, 'open_lead_exists']);
  });
});

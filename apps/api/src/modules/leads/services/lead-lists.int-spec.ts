import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itemsOf } from '../../../platform/outbox/domain-event.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import { maySee, type LeadViewer } from '../domain/lead-viewer.js';
import { LeadProjection } from '../gateway/lead.projection.js';
import { leadChanged, leadCreated } from '../leads.events.js';
import { LeadsModule } from '../leads.module.js';
import type { LeadSort } from '../persistence/lead-list.query.js';
import { LeadLists } from './lead-lists.js';

const EVERYTHING = { viewer: { all: true } as LeadViewer, anonymous: false };
const [ME, OTHER, TEAM, OTHER_TEAM, CHANNEL] = [newId(), newId(), newId(), newId(), newId()];
const AT = '2026-11-20T10:00:00Z';
const STATES = ['new', 'contacted', 'qualified', 'negotiating', 'won', 'lost'];
const SOURCES = ['link', 'ad', 'campaign', 'direct', 'manual'];

let context: ModuleContext;
let lists: LeadLists;

interface Made {
  id: string;
  state: string;
  source: string;
  assigneeId: string | null;
  conversationAssigneeId: string | null;
  conversationTeamId: string | null;
  value: number | null;
}
const made: Made[] = [];

beforeAll(async () => {
  context = await startModules([LeadsModule]);
  lists = context.module.get(LeadLists);
  const { sql } = context;
  for (const id of [ME, OTHER])
    await sql.rows(
      `insert into app_user (id, name, email_sealed, email_index, password_hash, roles, created_at) values ($1::uuid, 'Paula', 'x', $1::text, 'x', '{advisor}', $2)`,
      [id, AT],
    );
  for (const id of [TEAM, OTHER_TEAM])
    await sql.rows('insert into team (id, name, created_at) values ($1::uuid, $1::text, $2)', [id, AT]);
  await sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at) values ($1, 'whatsapp_cloud', 'V', '1', 'http://x', $2, 'EC', true, 80, $3, $3)`,
    [CHANNEL, context.module.get(Encryption).encrypt('{}'), AT],
  );
  for (let n = 0; n < 120; n += 1) made.push(await make(n));
});
afterAll(() => context.close());

async function make(n: number): Promise<Made> {
  const [id, contactId, conversationId] = [newId(), newId(), newId()];
  const at = new Date(Date.parse(AT) + Math.floor(n / 3) * 1000);
  const assigneeId = [ME, OTHER, null][n % 3] ?? null;
  const conversationAssigneeId = [null, null, OTHER, ME][n % 4] ?? null;
  const conversationTeamId = [TEAM, OTHER_TEAM, null, null, null][n % 5] ?? null;
  const state = STATES[n % 6] ?? 'new';
  const source = SOURCES[n % 5] ?? 'direct';
  const value = n % 7 === 0 ? null : 1000 + n;
  await context.sql.rows('insert into contact (id, name, created_at, updated_at) values ($1, $2, $3, $3)', [
    contactId,
    n === 5 ? 'Íñigo Núñez' : `Cliente ${n}`,
    at,
  ]);
  await context.sql.rows(
    `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, assignee_id, team_id, inbound_count, handled_inbound, created_at, activity_at)
     values ($1, $2, $3, 'open', 'off', 'nobody', $4, $5, 3, 1, $6, $6)`,
    [conversationId, contactId, CHANNEL, conversationAssigneeId, conversationTeamId, at],
  );
  await context.sql.rows(
    `insert into lead (id, contact_id, conversation_id, source_kind, network, state, lost_reason, assignee_id, value_amount, value_currency, city, enquired_at, activity_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $12, $12)`,
    [
      id,
      contactId,
      conversationId,
      source,
      source === 'link' ? 'tiktok' : null,
      state,
      state === 'lost' ? 'precio' : null,
      assigneeId,
      value,
      value === null ? null : n % 2 ? 'ARS' : 'USD',
      n === 9 ? 'Córdoba 100%' : null,
      at,
    ],
  );
  return { id, state, source, assigneeId, conversationAssigneeId, conversationTeamId, value };
}

async function everyPage(filter: Parameters<LeadLists['list']>[0], sort: LeadSort, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await lists.list(filter, { sort, limit, ...(cursor && { cursor }) }, null);
    ids.push(...page.data.map((lead) => lead.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return ids;
}

describe('the list', () => {
  it.each(['-lastActivityAt', 'lastActivityAt', '-createdAt', 'createdAt', '-value', '-completeness'] as const)(
    'shows every lead once over pages of seven, by %s',
    async (sort) => {
      const ids = await everyPage(EVERYTHING, sort, 7);
      expect([...ids].sort()).toEqual(made.map((lead) => lead.id).sort());
      expect(ids).toEqual(await everyPage(EVERYTHING, sort, 200));
    },
  );

  it.each([
    ['state', { state: 'won' }, (lead: Made) => lead.state === 'won'],
    ['network', { network: 'tiktok' }, (lead: Made) => lead.source === 'link'],
    ['no network', { network: 'none' }, (lead: Made) => lead.source !== 'link'],
    ['assignee', { assigneeId: ME }, (lead: Made) => lead.assigneeId === ME],
    ['nobody', { assigneeId: 'none' }, (lead: Made) => lead.assigneeId === null],
    ['source', { source: 'ad', state: 'new' }, (lead: Made) => lead.source === 'ad' && lead.state === 'new'],
  ])('is narrowed by %s', async (_, filter, wanted) => {
    expect((await everyPage({ ...EVERYTHING, ...filter }, '-createdAt', 50)).sort()).toEqual(
      made
        .filter(wanted)
        .map((lead) => lead.id)
        .sort(),
    );
  });

  it('finds people without accents, and words with signs that SQL knows', async () => {
    expect(await everyPage({ ...EVERYTHING, q: 'inigo nunez' }, '-createdAt', 50)).toEqual([made[5]?.id]);
    expect(await everyPage({ ...EVERYTHING, q: 'cordoba 100%' }, '-createdAt', 50)).toEqual([made[9]?.id]);
    expect(await everyPage({ ...EVERYTHING, q: `%' or 1=1 --` }, '-createdAt', 50)).toEqual([]);
  });

  it('refuses a cursor of another order or of nobody', async () => {
    const { nextCursor } = await lists.list(EVERYTHING, { sort: '-value', limit: 1 }, null);
    for (const cursor of [
      nextCursor ?? '',
      'nonsense',
      Buffer.from('["2026-99-99 00:00:00+00","x"]').toString('base64url'),
    ])
      await expect(lists.list(EVERYTHING, { sort: '-createdAt', limit: 1, cursor }, null)).rejects.toMatchObject({
        code: 'invalid_cursor',
      });
  });

  it.each<[string, LeadViewer]>([
    ['an advisor', { all: false, userId: ME, teamIds: [TEAM], own: true, brought: false }],
    ['marketing', { all: false, userId: ME, teamIds: [], own: false, brought: true }],
    ['both', { all: false, userId: ME, teamIds: [TEAM], own: true, brought: true }],
    ['a key', { all: false, userId: null, teamIds: [], own: true, brought: false }],
    ['nobody', { all: false, userId: ME, teamIds: [], own: false, brought: false }],
  ])('shows %s exactly what the rule allows', async (_, viewer) => {
    const allowed = made.filter((lead) => maySee(viewer, lead)).map((lead) => lead.id);
    expect((await everyPage({ viewer, anonymous: false }, '-createdAt', 40)).sort()).toEqual(allowed.sort());
  });
});

describe('the pipeline', () => {
  it('counts and adds up all cards, keeps currencies apart and shows the first 25', async () => {
    const { columns } = await lists.pipeline(EVERYTHING, null);
    expect(columns.map((column) => column.state)).toEqual(STATES);
    for (const column of columns) {
      const own = made.filter((lead) => lead.state === column.state);
      const sum = (odd: number) =>
        own.reduce((total, lead) => total + ((made.indexOf(lead) % 2 === odd && lead.value) || 0), 0);
      expect(column.count).toBe(own.length);
      expect(column.value).toEqual({ amount: sum(1), currency: 'ARS' });
      expect(column.values.reduce((total, { amount }) => total + amount, 0)).toBe(sum(0) + sum(1));
      expect(column.leads).toHaveLength(Math.min(25, own.length));
    }
  });

  it('goes on where a column stopped', async () => {
    await context.sql.rows(`update lead set state = 'qualified' where state in ('new', 'contacted')`);
    const column = (await lists.pipeline(EVERYTHING, null)).columns.find(({ state }) => state === 'qualified');
    expect(column?.count).toBe(60);
    const rest = await lists.list(
      { ...EVERYTHING, state: 'qualified' },
      { sort: '-lastActivityAt', limit: 200, cursor: column?.nextCursor ?? '' },
      null,
    );
    expect(new Set([...(column?.leads ?? []), ...rest.data].map((lead) => lead.id)).size).toBe(60);
  });

  it('sums only what the viewer may see', async () => {
    const viewer: LeadViewer = { all: false, userId: ME, teamIds: [], own: false, brought: true };
    const { columns } = await lists.pipeline({ viewer, anonymous: false }, null);
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(made.filter((lead) => maySee(viewer, lead)).length);
  });
});

it('tells boards of leads as REST shows them, and of no unclaimed click', async () => {
  const anonymous = newId();
  await context.sql.rows(
    `insert into lead (id, source_kind, enquired_at, activity_at, created_at, updated_at) values ($1, 'link', $2, $2, $2, $2)`,
    [anonymous, AT],
  );
  const [first] = made;
  const event = (seq: string, topic: string, data: unknown) => ({ seq, topic, at: new Date(AT), data });
  const items = [
    event('1', leadCreated.topic, { leadId: anonymous, contactId: null, conversationId: null, anonymous: true }),
    event('2', leadChanged.topic, { leadId: anonymous, change: 'details', byUserId: null }),
    event('3', leadChanged.topic, { leadId: first?.id, change: 'state', from: 'new', to: 'qualified', byUserId: ME }),
  ];
  expect(itemsOf(leadChanged, items)).toHaveLength(2);
  const [told, ...others] = await context.module.get(LeadProjection).project(items);
  expect(others).toEqual([]);
  expect(told).toMatchObject({
    seq: '3',
    type: 'lead.moved',
    data: { id: first?.id, state: 'qualified', assignee: { id: ME, name: 'Paula' } },
  });
  expect(told?.rooms).toEqual(['leads:all', `user:${ME}`, `team:${TEAM}`, 'inbox:attributed']);
});

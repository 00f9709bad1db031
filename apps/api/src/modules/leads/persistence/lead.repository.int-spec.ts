import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import { LeadsModule } from '../leads.module.js';
import { LeadRepository } from './lead.repository.js';
import type { LeadEntity } from './lead.entity.js';

const CONTACT = newId();
const AT = '2026-11-20T10:00:00Z';
let context: ModuleContext;
let leads: LeadRepository;

beforeAll(async () => {
  context = await startModules([LeadsModule]);
  leads = context.module.get(LeadRepository);
  await context.sql.rows('insert into contact (id, created_at, updated_at) values ($1, $2, $2)', [CONTACT, AT]);
});
afterAll(() => context.close());

async function stored(over: { state?: string; contactId?: string | null } = {}): Promise<LeadEntity> {
  const [id, state] = [newId(), over.state ?? 'new'];
  await context.sql.rows(
    `insert into lead (id, contact_id, source_kind, state, lost_reason, enquired_at, activity_at, created_at, updated_at) values ($1, $2, 'manual', $3, $4, $5, $5, $5, $5)`,
    [id, over.contactId === undefined ? CONTACT : over.contactId, state, state === 'lost' ? 'x' : null, AT],
  );
  const lead = await leads.byId(id);
  if (!lead) throw new Error('not stored');
  return lead;
}

it('reads large amounts as they were written', async () => {
  const lead = await stored({ contactId: null });
  expect(
    await leads.update({ ...lead, valueAmount: 9_007_199_254_740_991, valueCurrency: 'ARS' }, lead.version),
  ).toBeUndefined();
  expect(await leads.byId(lead.id)).toMatchObject({
    valueAmount: 9_007_199_254_740_991,
    valueCurrency: 'ARS',
    version: 2,
  });
});

it('writes over one version once, also when two write at the same moment', async () => {
  const lead = await stored({ contactId: null });
  const write = (city: string) =>
    context.module.get(Transaction).run(() => leads.update({ ...lead, city }, lead.version));
  expect((await Promise.all([write('Quito'), write('Cuenca')])).sort()).toEqual(['stale', undefined]);
});

it('keeps one open lead for a person without an item; closed ones do not count', async () => {
  await stored({ state: 'won' });
  await stored({ state: 'lost' });
  const open = await stored();
  expect((await leads.openOf(CONTACT, null))?.id).toBe(open.id);
  expect(await leads.insert({ ...open, id: newId() })).toBe('open_lead_exists');
  const lost = (await leads.ofContact(CONTACT)).find(({ state }) => state === 'lost') as LeadEntity;
  expect(await leads.update({ ...lost, state: 'contacted', lostReason: null }, lost.version)).toBe('open_lead_exists');
});

it('knows a contact that is not there', async () => {
  const lead = await stored({ contactId: null });
  expect(await leads.insert({ ...lead, id: newId(), contactId: newId() })).toBe('no_contact');
});

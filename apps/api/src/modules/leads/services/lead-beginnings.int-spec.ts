import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import { completenessOf } from '../domain/lead-quality.js';
import type { Enquiry } from '../domain/plan-enquiries.js';
import { LeadsModule } from '../leads.module.js';
import { LeadBeginnings } from './lead-beginnings.js';

const AT = '2026-11-20T10:00:00.000Z';

let context: ModuleContext;
beforeAll(async () => {
  context = await startModules([LeadsModule]);
});
afterAll(() => context.close());

async function person(columns: Record<string, string>): Promise<string> {
  const id = newId();
  await context.sql.rows('insert into contact (id, created_at, updated_at) values ($1, $2, $2)', [id, AT]);
  for (const [column, value] of Object.entries(columns))
    await context.sql.rows(`update contact set ${column} = $2 where id = $1`, [id, value]);
  return id;
}

const enquiryOf = (contactId: string): Enquiry => ({
  contactId,
  conversationId: newId(),
  messageId: newId(),
  source: 'direct',
  network: null,
  linkId: null,
  clickId: null,
  itemId: null,
  adId: null,
  at: AT,
});

const beginningOf = async (contactId: string) => {
  const step = { kind: 'open' as const, leadId: newId(), enquiry: enquiryOf(contactId) };
  return (await context.module.get(LeadBeginnings).of([step]))[0];
};

describe('a lead begins as complete as its person is known', () => {
  it.each([
    ['nothing', {}, { name: false, phone: false }],
    ['a phone', { phone_sealed: 'x' }, { name: false, phone: true }],
    ['a user name', { username: 'ana.ruiz' }, { name: true, phone: false }],
    ['name and phone', { name: 'Ana', phone_sealed: 'x' }, { name: true, phone: true }],
  ])('%s', async (_, columns, known) => {
    const facts = { ...known, email: false, item: false, budget: false, city: false, urgency: null };
    expect(await beginningOf(await person(columns))).toMatchObject({ completeness: completenessOf(facts) });
  });

  it('who was erased meanwhile is not known at all', async () => {
    const id = await person({ name: 'Ana', phone_sealed: 'x' });
    await context.sql.rows('update contact set erased_at = now() where id = $1', [id]);
    expect(await beginningOf(id)).toMatchObject({ completeness: 0, assigneeId: null, value: null, utm: null });
  });
});

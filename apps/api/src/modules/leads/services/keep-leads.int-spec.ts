import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { startModules, type ModuleContext } from '../../../testing/module-context.js';
import { ItemEditing } from '../../catalogue/index.js';
import type { Enquiry } from '../domain/plan-enquiries.js';
import { LeadHolder } from './lead-holder.js';
import { Leads } from '../leads.facade.js';
import { LeadsModule } from '../leads.module.js';
import { ExpireAnonymousLeads } from './expire-anonymous-leads.js';
import { FollowAssignment } from './follow-assignment.js';
import { KeepLeads } from './keep-leads.js';
import type { Click } from './begin-leads.js';

const CHANNEL = newId();
const LINK = newId();
let ITEM: string;
const AT = '2026-11-20T10:00:00.000Z';

let context: ModuleContext;
let keepLeads: KeepLeads;
let leads: Leads;

beforeAll(async () => {
  context = await startModules([LeadsModule]);
  keepLeads = context.module.get(KeepLeads);
  leads = context.module.get(Leads);
  const { sql } = context;
  await sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at)
     values ($1, 'whatsapp_cloud', 'Ventas', '100200300', 'http://x', $2, 'EC', true, 80, $3, $3)`,
    [CHANNEL, context.module.get(Encryption).encrypt('{}'), AT],
  );
  ITEM = (
    await context.module.get(ItemEditing, { strict: false }).create('system', {
      kind: 'property',
      sku: 'VM-1',
      name: 'Villa Marina',
      category: 'casas',
      priceRetail: { amount: 9_900_000, currency: 'USD' },
    })
  ).id;
  await sql.rows(
    `insert into tracked_link (id, slug, item_id, network, name, channel_id, utm, created_at, updated_at) values ($1, 'k7q2mx4', $2, 'tiktok', 'Bio', $3, $4, $5, $5)`,
    [
      LINK,
      ITEM,
      CHANNEL,
      JSON.stringify({ source: 'tiktok', medium: 'social', campaign: 'bio', content: null, term: null }),
      AT,
    ],
  );
});
afterAll(() => context.close());

let seq = 0;
const next = (): string => String((seq += 1));

async function conversation(contactId?: string): Promise<{ contactId: string; conversationId: string }> {
  const [contact, conversationId] = [contactId ?? newId(), newId()];
  if (!contactId)
    await context.sql.rows('insert into contact (id, created_at, updated_at) values ($1, $2, $2)', [contact, AT]);
  await context.sql.rows(
    `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, created_at, activity_at) values ($1, $2, $3, 'closed', 'off', 'nobody', $4, $4)`,
    [conversationId, contact, CHANNEL, AT],
  );
  return { contactId: contact, conversationId };
}
async function clicked(): Promise<Click> {
  const clickId = newId();
  await context.sql.rows(
    `insert into link_click (id, link_id, kind, claim_code, at, agent_family, utm) values ($1, $2, 'human', $3, $4, 'chrome', '{"campaign": "nov"}')`,
    [clickId, LINK, clickId.slice(-6).toUpperCase(), AT],
  );
  return { clickId, linkId: LINK, itemId: ITEM, network: 'tiktok', at: AT };
}
const enquiry = (where: { contactId: string; conversationId: string }, over: Partial<Enquiry> = {}): Enquiry => ({
  ...where,
  messageId: newId(),
  source: 'direct',
  network: null,
  linkId: null,
  clickId: null,
  itemId: null,
  adId: null,
  at: AT,
  ...over,
});
const byLink = (
  where: { contactId: string; conversationId: string },
  clickId: string | null,
  over: Partial<Enquiry> = {},
) => enquiry(where, { source: 'link', network: 'tiktok', linkId: LINK, clickId, itemId: ITEM, ...over });
const keep = (news: Partial<Parameters<KeepLeads['keep']>[0]>) =>
  keepLeads.keep({ clicks: [], enquiries: [], thread: [], ...news });
const rowOf = (where: string, value: string) =>
  context.sql.one<Record<string, unknown>>(`select * from lead where ${where} = $1`, [value]);
const eventsOf = async (leadId: string) =>
  (
    await context.sql.rows<{ kind: string }>('select kind from lead_event where lead_id = $1 order by id', [leadId])
  ).map((row) => row.kind);

describe('a click', () => {
  it('opens one anonymous lead, which its message claims with everything that belongs to it', async () => {
    const click = await clicked();
    await keep({ clicks: [click] });
    await keep({ clicks: [click] });
    const anonymous = await rowOf('click_id', click.clickId);
    expect(anonymous).toMatchObject({ contact_id: null, link_id: LINK, network: 'tiktok', state: 'new' });
    const where = await conversation();
    await keep({ enquiries: [byLink(where, click.clickId)] });
    expect(await rowOf('click_id', click.clickId)).toMatchObject({
      id: anonymous?.['id'],
      contact_id: where.contactId,
      conversation_id: where.conversationId,
      item_id: ITEM,
      source_kind: 'link',
      utm: { source: 'tiktok', campaign: 'nov' },
      first_message_at: new Date(AT),
      last_message_at: new Date(AT),
      quality_by: 'rules',
      value_amount: '9900000',
      value_currency: 'USD',
    });
    expect(await eventsOf(String(anonymous?.['id']))).toEqual(['opened', 'claimed']);
    const told = (await context.appended('lead.created')) as { leadId: string; anonymous: boolean }[];
    expect(told.filter(({ leadId }) => leadId === anonymous?.['id']).map((one) => one.anonymous)).toEqual([
      true,
      false,
    ]);
  });

  it('heard after the enquiry that claimed it opens nothing more', async () => {
    const [click, where] = [await clicked(), await conversation()];
    await keep({ enquiries: [byLink(where, click.clickId)] });
    await keep({ clicks: [click] });
    expect(
      await context.sql.rows(
        'select 1 from lead where click_id = $1 or (contact_id is null and link_id = $2 and absorbed_by is null)',
        [click.clickId, LINK],
      ),
    ).toHaveLength(1);
  });

  it('of somebody who has a lead on the item already enriches that one', async () => {
    const where = await conversation();
    await keep({ enquiries: [byLink(where, null)] });
    const click = await clicked();
    await keep({ clicks: [click] });
    const anonymous = await rowOf('click_id', click.clickId);
    await keep({ enquiries: [byLink(where, click.clickId, { at: '2026-11-20T11:00:00.000Z' })] });
    const own = await leads.ofContact(where.contactId);
    expect(own).toHaveLength(1);
    expect(await rowOf('contact_id', where.contactId)).toMatchObject({
      enquiries: 2,
      last_message_at: new Date('2026-11-20T11:00:00.000Z'),
    });
    expect(await rowOf('id', String(anonymous?.['id']))).toMatchObject({ absorbed_by: own[0]?.id, contact_id: null });
  });

  it('nobody claims is put aside after 30 days, and a late message still claims it', async () => {
    const [old, where] = [await clicked(), await conversation()];
    await keep({ clicks: [{ ...old, at: '2020-01-01T00:00:00.000Z' }] });
    expect(await context.module.get(ExpireAnonymousLeads).some()).toBe(1);
    const expired = await rowOf('click_id', old.clickId);
    expect(expired?.['expired_at']).toBeInstanceOf(Date);
    expect(await context.module.get(ExpireAnonymousLeads).some()).toBe(0);
    await keep({ enquiries: [byLink(where, old.clickId)] });
    expect(await rowOf('click_id', old.clickId)).toMatchObject({
      id: expired?.['id'],
      contact_id: where.contactId,
      expired_at: null,
    });
  });
});

describe('an enquiry', () => {
  it('that a late click explains changes its lead and absorbs the anonymous one', async () => {
    const [click, where] = [await clicked(), await conversation()];
    const first = enquiry(where);
    await keep({ enquiries: [first] });
    await keep({ clicks: [click], enquiries: [byLink(where, click.clickId, { messageId: first.messageId })] });
    const own = await leads.ofContact(where.contactId);
    expect(own).toMatchObject([{ source: 'link', linkId: LINK, itemId: ITEM }]);
    expect(await eventsOf(own[0]?.id ?? '')).toEqual(['opened', 'explained']);
  });

  it('handled twice, or twice at once, is one lead', async () => {
    const where = await conversation();
    const one = enquiry(where);
    await Promise.allSettled([keep({ enquiries: [one] }), keep({ enquiries: [one] })]);
    await keep({ enquiries: [one] });
    expect(await leads.ofContact(where.contactId)).toHaveLength(1);
  });

  it('goes to the person who holds its conversation', async () => {
    const userId = newId();
    await user(userId, 'Paula');
    const where = await conversation();
    await context.sql.rows('update conversation set assignee_id = $2 where id = $1', [where.conversationId, userId]);
    await keep({ enquiries: [enquiry(where)] });
    expect(await leads.ofContact(where.contactId)).toMatchObject([{ assigneeId: userId }]);
  });

  it('by the hundred takes one lead each', async () => {
    const places = await Promise.all(Array.from({ length: 100 }, () => conversation()));
    await keep({ enquiries: places.map((where) => enquiry(where)) });
    const [{ count } = { count: 0 }] = await context.sql.rows<{ count: number }>(
      'select count(*)::int from lead where contact_id = any($1::uuid[])',
      [places.map((where) => where.contactId)],
    );
    expect(count).toBe(100);
  });
});

describe('a reply', () => {
  const thread = (conversationId: string, kind: 'message' | 'enquiry' | 'reply', at = AT) => ({
    conversationId,
    kind,
    at,
    seq: next(),
  });

  it('makes a new lead contacted, once', async () => {
    const where = await conversation();
    await keep({ thread: [thread(where.conversationId, 'enquiry')], enquiries: [enquiry(where)] });
    await keep({ thread: [thread(where.conversationId, 'reply', '2026-11-20T10:05:00.000Z')] });
    await keep({ thread: [thread(where.conversationId, 'reply', '2026-11-20T10:06:00.000Z')] });
    const [lead] = await leads.ofContact(where.contactId);
    expect(lead?.state).toBe('contacted');
    expect(await eventsOf(lead?.id ?? '')).toEqual(['opened', 'state']);
    expect(await rowOf('id', lead?.id ?? '')).toMatchObject({
      first_message_at: new Date(AT),
      last_message_at: new Date('2026-11-20T10:06:00.000Z'),
    });
  });

  it('heard before its lead exists counts all the same', async () => {
    const where = await conversation();
    await keep({
      thread: [
        thread(where.conversationId, 'enquiry'),
        thread(where.conversationId, 'reply', '2026-11-20T10:00:01.000Z'),
      ],
    });
    await keep({ enquiries: [enquiry(where)] });
    expect(await leads.ofContact(where.contactId)).toMatchObject([{ state: 'contacted' }]);
  });

  it('to an earlier enquiry does not answer a new one', async () => {
    const where = await conversation();
    await keep({ thread: [thread(where.conversationId, 'enquiry'), thread(where.conversationId, 'reply')] });
    await keep({ thread: [thread(where.conversationId, 'enquiry')], enquiries: [enquiry(where)] });
    expect(await leads.ofContact(where.contactId)).toMatchObject([{ state: 'new' }]);
  });

  it('leaves a lead alone that went further', async () => {
    const where = await conversation();
    await keep({ enquiries: [enquiry(where)] });
    await leads.enrich({
      conversationId: where.conversationId,
      qualified: true,
      quality: 'hot',
      city: 'Quito',
      budget: { amount: 9_000_000_000_000, currency: 'USD' },
    });
    await keep({ thread: [thread(where.conversationId, 'reply')] });
    expect(await leads.ofConversation(where.conversationId)).toMatchObject({
      state: 'qualified',
      quality: 'hot',
      city: 'Quito',
      budget: { amount: 9_000_000_000_000, currency: 'USD' },
    });
  });
});

describe('the facade', () => {
  it('wins a lead by a sale, once, also a lost one', async () => {
    const where = await conversation();
    await keep({ enquiries: [enquiry(where)] });
    const [lead] = await leads.ofContact(where.contactId);
    const sale = { saleId: newId(), value: { amount: 500, currency: 'USD' } };
    await context.sql.rows(`update lead set state = 'lost', lost_reason = 'x' where id = $1`, [lead?.id]);
    await leads.win(lead?.id ?? '', sale);
    await leads.win(lead?.id ?? '', { ...sale, value: { amount: 1, currency: 'USD' } });
    expect(await leads.ofConversation(where.conversationId)).toMatchObject({ state: 'won', value: sale.value });
    expect(await eventsOf(lead?.id ?? '')).toEqual(['opened', 'state', 'state', 'details']);
  });

  it('follows the conversation to its new holder, but not away from a third person', async () => {
    const [one, two, three] = [newId(), newId(), newId()];
    for (const id of [one, two, three]) await user(id, 'X');
    const where = await conversation();
    await keep({ enquiries: [enquiry(where)] });
    const follow = context.module.get(FollowAssignment);
    await follow.follow(where.conversationId, one, null);
    await follow.follow(where.conversationId, two, one);
    expect((await leads.ofConversation(where.conversationId))?.assigneeId).toBe(two);
    await follow.follow(where.conversationId, three, one);
    expect((await leads.ofConversation(where.conversationId))?.assigneeId).toBe(two);
  });

  it('exports what is known of a person and erases it, twice if need be', async () => {
    const where = await conversation();
    await keep({ enquiries: [enquiry(where)] });
    await leads.enrich({ conversationId: where.conversationId, city: 'Secret City', description: 'private words' });
    const holder = context.module.get(LeadHolder);
    expect(JSON.stringify(await holder.exportOf(where.contactId))).toContain('Secret City');
    await holder.erase(where.contactId);
    await holder.erase(where.contactId);
    expect(JSON.stringify(await rowOf('contact_id', where.contactId))).not.toMatch(/Secret City|private words/);
  });
});

it('history cannot be rewritten', async () => {
  const where = await conversation();
  await keep({ enquiries: [enquiry(where)] });
  await expect(context.sql.rows(`update lead_event set kind = 'state'`)).rejects.toThrow('append-only');
});

async function user(id: string, name: string): Promise<void> {
  await context.sql.rows(
    `insert into app_user (id, name, email_sealed, email_index, password_hash, roles, presence, created_at) values ($1, $2, 'x', $3, 'x', '{advisor}', 'online', $4)`,
    [id, name, id, AT],
  );
}

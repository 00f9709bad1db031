import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { AT, enquiry, type LeadDesk, startLeadDesk } from '../testing/lead-desk.js';
import { ExpireAnonymousLeads } from './expire-anonymous-leads.js';

let desk: LeadDesk;
beforeAll(async () => {
  desk = await startLeadDesk();
});
afterAll(() => desk.close());

describe('a click', () => {
  it('opens one anonymous lead, which its message claims with everything that belongs to it', async () => {
    const click = await desk.clicked();
    await desk.keep({ clicks: [click] });
    await desk.keep({ clicks: [click] });
    const anonymous = await desk.rowOf('click_id', click.clickId);
    expect(anonymous).toMatchObject({ contact_id: null, link_id: desk.linkId, network: 'tiktok', state: 'new' });
    const where = await desk.conversation();
    await desk.keep({ enquiries: [desk.byLink(where, click.clickId)] });
    expect(await desk.rowOf('click_id', click.clickId)).toMatchObject({
      id: anonymous?.['id'],
      contact_id: where.contactId,
      conversation_id: where.conversationId,
      item_id: desk.itemId,
      source_kind: 'link',
      utm: { source: 'tiktok', campaign: 'nov' },
      first_message_at: new Date(AT),
      last_message_at: new Date(AT),
      quality_by: 'rules',
      value_amount: '9900000',
      value_currency: 'USD',
    });
    expect(await desk.eventsOf(String(anonymous?.['id']))).toEqual(['opened', 'claimed']);
    const told = (await desk.appended('lead.created')) as { leadId: string; anonymous: boolean }[];
    expect(told.filter(({ leadId }) => leadId === anonymous?.['id']).map((one) => one.anonymous)).toEqual([
      true,
      false,
    ]);
  });

  it('heard after the enquiry that claimed it opens nothing more', async () => {
    const [click, where] = [await desk.clicked(), await desk.conversation()];
    await desk.keep({ enquiries: [desk.byLink(where, click.clickId)] });
    await desk.keep({ clicks: [click] });
    expect(
      await desk.sql.rows(
        'select 1 from lead where click_id = $1 or (contact_id is null and link_id = $2 and absorbed_by is null)',
        [click.clickId, desk.linkId],
      ),
    ).toHaveLength(1);
  });

  it('of somebody who has a lead on the item already enriches that one', async () => {
    const where = await desk.conversation();
    await desk.keep({ enquiries: [desk.byLink(where, null)] });
    const click = await desk.clicked();
    await desk.keep({ clicks: [click] });
    const anonymous = await desk.rowOf('click_id', click.clickId);
    await desk.keep({ enquiries: [desk.byLink(where, click.clickId, { at: '2026-11-20T11:00:00.000Z' })] });
    const own = await desk.leads.ofContact(where.contactId);
    expect(own).toHaveLength(1);
    expect(await desk.rowOf('contact_id', where.contactId)).toMatchObject({
      enquiries: 2,
      last_message_at: new Date('2026-11-20T11:00:00.000Z'),
    });
    expect(await desk.rowOf('id', String(anonymous?.['id']))).toMatchObject({
      absorbed_by: own[0]?.id,
      contact_id: null,
    });
  });

  it('nobody claims is put aside after 30 days, and a late message still claims it', async () => {
    const [old, where] = [await desk.clicked(), await desk.conversation()];
    await desk.keep({ clicks: [{ ...old, at: '2020-01-01T00:00:00.000Z' }] });
    expect(await desk.module.get(ExpireAnonymousLeads).some()).toBe(1);
    const expired = await desk.rowOf('click_id', old.clickId);
    expect(expired?.['expired_at']).toBeInstanceOf(Date);
    expect(await desk.module.get(ExpireAnonymousLeads).some()).toBe(0);
    await desk.keep({ enquiries: [desk.byLink(where, old.clickId)] });
    expect(await desk.rowOf('click_id', old.clickId)).toMatchObject({
      id: expired?.['id'],
      contact_id: where.contactId,
      expired_at: null,
    });
  });
});

describe('an enquiry', () => {
  it('that a late click explains changes its lead and absorbs the anonymous one', async () => {
    const [click, where] = [await desk.clicked(), await desk.conversation()];
    const first = enquiry(where);
    await desk.keep({ enquiries: [first] });
    await desk.keep({
      clicks: [click],
      enquiries: [desk.byLink(where, click.clickId, { messageId: first.messageId })],
    });
    const own = await desk.leads.ofContact(where.contactId);
    expect(own).toMatchObject([{ source: 'link', linkId: desk.linkId, itemId: desk.itemId }]);
    expect(await desk.eventsOf(own[0]?.id ?? '')).toEqual(['opened', 'explained']);
  });

  it('handled twice, or twice at once, is one lead', async () => {
    const where = await desk.conversation();
    const one = enquiry(where);
    await Promise.allSettled([desk.keep({ enquiries: [one] }), desk.keep({ enquiries: [one] })]);
    await desk.keep({ enquiries: [one] });
    expect(await desk.leads.ofContact(where.contactId)).toHaveLength(1);
  });

  it('goes to the person who holds its conversation', async () => {
    const userId = newId();
    await desk.user(userId, 'Paula');
    const where = await desk.conversation();
    await desk.sql.rows('update conversation set assignee_id = $2 where id = $1', [where.conversationId, userId]);
    await desk.keep({ enquiries: [enquiry(where)] });
    expect(await desk.leads.ofContact(where.contactId)).toMatchObject([{ assigneeId: userId }]);
  });

  it('by the hundred takes one lead each', async () => {
    const places = await Promise.all(Array.from({ length: 100 }, () => desk.conversation()));
    await desk.keep({ enquiries: places.map((where) => enquiry(where)) });
    const [{ count } = { count: 0 }] = await desk.sql.rows<{ count: number }>(
      'select count(*)::int from lead where contact_id = any($1::uuid[])',
      [places.map((where) => where.contactId)],
    );
    expect(count).toBe(100);
  });
});

it('history cannot be rewritten', async () => {
  const where = await desk.conversation();
  await desk.keep({ enquiries: [enquiry(where)] });
  await expect(desk.sql.rows(`update lead_event set kind = 'state'`)).rejects.toThrow('append-only');
});

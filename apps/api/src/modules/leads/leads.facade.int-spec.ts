import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/ids/uuid.js';
import { FollowAssignment } from './services/follow-assignment.js';
import { LeadHolder } from './services/lead-holder.js';
import { enquiry, type LeadDesk, startLeadDesk } from './testing/lead-desk.js';

let desk: LeadDesk;
beforeAll(async () => {
  desk = await startLeadDesk();
});
afterAll(() => desk.close());

describe('the facade', () => {
  it('wins a lead by a sale, once, also a lost one', async () => {
    const where = await desk.conversation();
    await desk.keep({ enquiries: [enquiry(where)] });
    const [lead] = await desk.leads.ofContact(where.contactId);
    const sale = { saleId: newId(), value: { amount: 500, currency: 'USD' } };
    await desk.sql.rows(`update lead set state = 'lost', lost_reason = 'x' where id = $1`, [lead?.id]);
    await desk.leads.win(lead?.id ?? '', sale);
    await desk.leads.win(lead?.id ?? '', { ...sale, value: { amount: 1, currency: 'USD' } });
    expect(await desk.leads.ofConversation(where.conversationId)).toMatchObject({ state: 'won', value: sale.value });
    expect(await desk.eventsOf(lead?.id ?? '')).toEqual(['opened', 'state', 'state', 'details']);
  });

  it('follows the conversation to its new holder, but not away from a third person', async () => {
    const [one, two, three] = [newId(), newId(), newId()];
    for (const id of [one, two, three]) await desk.user(id, 'X');
    const where = await desk.conversation();
    await desk.keep({ enquiries: [enquiry(where)] });
    const follow = desk.module.get(FollowAssignment);
    await follow.follow(where.conversationId, one, null);
    await follow.follow(where.conversationId, two, one);
    expect((await desk.leads.ofConversation(where.conversationId))?.assigneeId).toBe(two);
    await follow.follow(where.conversationId, three, one);
    expect((await desk.leads.ofConversation(where.conversationId))?.assigneeId).toBe(two);
  });

  it('exports what is known of a person and erases it, twice if need be', async () => {
    const where = await desk.conversation();
    await desk.keep({ enquiries: [enquiry(where)] });
    await desk.leads.enrich({
      conversationId: where.conversationId,
      city: 'Secret City',
      description: 'private words',
    });
    const holder = desk.module.get(LeadHolder);
    expect(JSON.stringify(await holder.exportOf(where.contactId))).toContain('Secret City');
    await holder.erase(where.contactId);
    await holder.erase(where.contactId);
    expect(JSON.stringify(await desk.rowOf('contact_id', where.contactId))).not.toMatch(/Secret City|private words/);
  });
});

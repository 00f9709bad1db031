import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AT, enquiry, type LeadDesk, startLeadDesk } from '../testing/lead-desk.js';

let desk: LeadDesk;
beforeAll(async () => {
  desk = await startLeadDesk();
});
afterAll(() => desk.close());

let seq = 0;
const next = (): string => String((seq += 1));

describe('a reply', () => {
  const thread = (conversationId: string, kind: 'message' | 'enquiry' | 'reply', at = AT) => ({
    conversationId,
    kind,
    at,
    seq: next(),
  });

  it('makes a new lead contacted, once', async () => {
    const where = await desk.conversation();
    await desk.keep({ thread: [thread(where.conversationId, 'enquiry')], enquiries: [enquiry(where)] });
    await desk.keep({ thread: [thread(where.conversationId, 'reply', '2026-11-20T10:05:00.000Z')] });
    await desk.keep({ thread: [thread(where.conversationId, 'reply', '2026-11-20T10:06:00.000Z')] });
    const [lead] = await desk.leads.ofContact(where.contactId);
    expect(lead?.state).toBe('contacted');
    expect(await desk.eventsOf(lead?.id ?? '')).toEqual(['opened', 'state']);
    expect(await desk.rowOf('id', lead?.id ?? '')).toMatchObject({
      first_message_at: new Date(AT),
      last_message_at: new Date('2026-11-20T10:06:00.000Z'),
    });
  });

  it('heard before its lead exists counts all the same', async () => {
    const where = await desk.conversation();
    await desk.keep({
      thread: [
        thread(where.conversationId, 'enquiry'),
        thread(where.conversationId, 'reply', '2026-11-20T10:00:01.000Z'),
      ],
    });
    await desk.keep({ enquiries: [enquiry(where)] });
    expect(await desk.leads.ofContact(where.contactId)).toMatchObject([{ state: 'contacted' }]);
  });

  it('to an earlier enquiry does not answer a new one', async () => {
    const where = await desk.conversation();
    await desk.keep({ thread: [thread(where.conversationId, 'enquiry'), thread(where.conversationId, 'reply')] });
    await desk.keep({ thread: [thread(where.conversationId, 'enquiry')], enquiries: [enquiry(where)] });
    expect(await desk.leads.ofContact(where.contactId)).toMatchObject([{ state: 'new' }]);
  });

  it('leaves a lead alone that went further', async () => {
    const where = await desk.conversation();
    await desk.keep({ enquiries: [enquiry(where)] });
    await desk.leads.enrich({
      conversationId: where.conversationId,
      qualified: true,
      quality: 'hot',
      city: 'Quito',
      budget: { amount: 9_000_000_000_000, currency: 'USD' },
    });
    await desk.keep({ thread: [thread(where.conversationId, 'reply')] });
    expect(await desk.leads.ofConversation(where.conversationId)).toMatchObject({
      state: 'qualified',
      quality: 'hot',
      city: 'Quito',
      budget: { amount: 9_000_000_000_000, currency: 'USD' },
    });
  });
});

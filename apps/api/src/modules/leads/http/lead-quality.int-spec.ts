import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Leads } from '../leads.facade.js';
import { type LeadBoard, type MadeLead, startLeadBoard } from '../testing/lead-board.js';
import type { LeadView } from './lead-view.js';

let board: LeadBoard;
let leads: Leads;
beforeAll(async () => {
  board = await startLeadBoard();
  leads = board.module.get(Leads);
});
afterAll(() => board.close());
beforeEach(() => board.actAs(['admin']));

const read = async ({ id }: MadeLead): Promise<LeadView> => (await board.ask<LeadView>('GET', `/leads/${id}`)).body;
const patch = (lead: MadeLead, body: object) => board.ask<LeadView>('PATCH', `/leads/${lead.id}`, body);
const judgedByRules = (over: object = {}) => board.lead({ quality: 'cold', quality_by: 'rules', ...over });

describe('what is known of a lead', () => {
  it('counts towards its completeness as it becomes known, and no longer once it is taken away', async () => {
    const lead = await judgedByRules();
    expect((await patch(lead, { budget: { amount: 1, currency: 'USD' } })).body.completeness).toBe(30);
    expect((await patch(lead, { city: 'Quito' })).body.completeness).toBe(40);
    expect((await patch(lead, { urgency: 'low' })).body.completeness).toBe(45);
    expect((await patch(lead, { budget: null, city: null, urgency: null })).body.completeness).toBe(15);
  });

  it('makes it warm by the rules while nobody has judged', async () => {
    const lead = await judgedByRules();
    expect((await patch(lead, { budget: { amount: 1, currency: 'USD' } })).body).toMatchObject({
      quality: 'warm',
      qualityBy: 'rules',
      qualityReasons: ['budget'],
    });
    expect((await patch(lead, { budget: null })).body).toMatchObject({ quality: 'cold', qualityReasons: [] });
  });
});

describe('who judges', () => {
  it('a person is not overruled by ISAC, nor by the rules', async () => {
    const lead = await judgedByRules({ quality: 'warm' });
    await patch(lead, { quality: 'cold' });
    await leads.enrich({
      conversationId: lead.conversationId,
      quality: 'hot',
      qualityReasons: ['budget'],
      budget: { amount: 5, currency: 'USD' },
    });
    expect(await read(lead)).toMatchObject({
      quality: 'cold',
      qualityBy: 'person',
      budget: { amount: 5, currency: 'USD' },
    });
  });

  it('ISAC overrules the rules, and is not overruled by them', async () => {
    const lead = await judgedByRules();
    await leads.enrich({ conversationId: lead.conversationId, quality: 'hot', qualityReasons: ['contact', 'budget'] });
    await patch(lead, { city: 'Quito' });
    expect(await read(lead)).toMatchObject({
      quality: 'hot',
      qualityBy: 'assistant',
      qualityReasons: ['contact', 'budget'],
    });
  });

  it('a person may leave it to ISAC again', async () => {
    const lead = await judgedByRules({ quality: 'warm' });
    await patch(lead, { quality: 'cold' });
    await patch(lead, { quality: null });
    await leads.enrich({ conversationId: lead.conversationId, quality: 'hot', qualityReasons: [] });
    expect(await read(lead)).toMatchObject({ quality: 'hot', qualityBy: 'assistant' });
  });
});

describe('what ISAC finds out', () => {
  it('is written onto the open lead of the conversation, and says which', async () => {
    const lead = await board.lead();
    expect(await leads.enrich({ conversationId: lead.conversationId, city: 'Loja', urgency: 'high' })).toBe(lead.id);
    expect(await read(lead)).toMatchObject({ city: 'Loja', urgency: 'high', state: 'new' });
  });

  it.each(['won', 'lost'])('is not written onto a lead that is %s', async (state) => {
    const lead = await board.lead({ state, ...(state === 'lost' && { lost_reason: 'precio' }) });
    expect(await leads.enrich({ conversationId: lead.conversationId, city: 'Loja' })).toBeUndefined();
    expect((await read(lead)).city).toBeNull();
  });

  it('of a conversation without a lead goes nowhere', async () => {
    expect(await leads.enrich({ conversationId: newId(), city: 'Loja' })).toBeUndefined();
  });

  it.each([
    ['new', 'qualified'],
    ['contacted', 'qualified'],
    ['negotiating', 'negotiating'],
  ])('qualifies a lead that is %s: %s', async (from, to) => {
    const lead = await board.lead({ state: from });
    await leads.enrich({ conversationId: lead.conversationId, qualified: true });
    expect((await read(lead)).state).toBe(to);
  });

  it('twice writes it once', async () => {
    const lead = await board.lead();
    const found = { conversationId: lead.conversationId, city: 'Loja', qualified: true };
    await leads.enrich(found);
    const { version } = await read(lead);
    await leads.enrich(found);
    expect((await read(lead)).version).toBe(version);
  });

  it('fails together with the work around it', async () => {
    const lead = await board.lead();
    const failing = board.module.get(Transaction).run(async () => {
      await leads.enrich({ conversationId: lead.conversationId, city: 'Loja' });
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    expect((await read(lead)).city).toBeNull();
  });
});

describe('a sale', () => {
  const sale = { saleId: newId(), value: { amount: 12_345, currency: 'USD' } };

  it.each(['new', 'contacted', 'qualified', 'negotiating', 'lost'])('wins a lead that is %s', async (state) => {
    const lead = await board.lead({ state, ...(state === 'lost' && { lost_reason: 'precio' }) });
    await leads.win(lead.id, sale);
    expect(await read(lead)).toMatchObject({ state: 'won', lostReason: null, value: sale.value });
  });

  it('told by several at once is one', async () => {
    const lead = await board.lead();
    await Promise.all(Array.from({ length: 4 }, () => leads.win(lead.id, sale)));
    const won = (await board.appended('lead.changed')).filter(
      (one) => (one as { leadId: string; to?: string }).leadId === lead.id && (one as { to?: string }).to === 'won',
    );
    expect(won).toHaveLength(1);
  });

  it('of a lead that is not there is refused', async () => {
    await expect(leads.win(newId(), sale)).rejects.toMatchObject({ code: 'not_found' });
  });
});

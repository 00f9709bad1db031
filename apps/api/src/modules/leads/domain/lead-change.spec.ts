import { describe, expect, it } from '@jest/globals';
import { changeLead, type ChangeableLead } from './lead-change.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const lead = (over: Partial<ChangeableLead> = {}): ChangeableLead => ({
  state: 'contacted',
  lostReason: null,
  quality: 'warm',
  qualityBy: 'rules',
  qualityReasons: ['item'],
  completeness: 60,
  assigneeId: null,
  itemId: 'i1',
  budgetAmount: null,
  budgetCurrency: null,
  valueAmount: 100,
  valueCurrency: 'USD',
  city: null,
  urgency: null,
  title: null,
  description: null,
  saleId: null,
  closedAt: null,
  ...over,
});
const changed = (
  from: ChangeableLead,
  ...rest: [Parameters<typeof changeLead>[1], ('person' | 'assistant' | 'system')?]
) => {
  const decision = changeLead(from, rest[0], rest[1] ?? 'person', NOW);
  if (!decision.ok) throw new Error(decision.refusal);
  return decision;
};

describe('changeLead', () => {
  it('says nothing when nothing changes', () => {
    const same = changed(lead(), {
      state: 'contacted',
      assigneeId: null,
      quality: 'warm',
      city: null,
      value: { amount: 100, currency: 'USD' },
      budget: null,
    });
    expect(same.told).toEqual([]);
    expect(same.lead).toEqual(lead());
  });

  it('closes and reopens', () => {
    const lost = changed(lead(), { state: 'lost', lostReason: 'precio' });
    expect(lost.lead).toMatchObject({ state: 'lost', lostReason: 'precio', closedAt: NOW });
    expect(changed(lost.lead, { state: 'contacted' }).lead).toMatchObject({
      state: 'contacted',
      lostReason: null,
      closedAt: null,
    });
  });

  it('hands a refused state on', () => {
    expect(changeLead(lead(), { state: 'lost' }, 'person', NOW)).toEqual({ ok: false, refusal: 'reason_required' });
    expect(changeLead(lead({ state: 'won' }), { state: 'contacted' }, 'person', NOW)).toEqual({
      ok: false,
      refusal: 'not_allowed',
    });
  });

  it('lets ISAC judge until a person has', () => {
    const hot = changed(lead(), { quality: 'hot', qualityReasons: ['budget'] }, 'assistant');
    expect(hot.lead).toMatchObject({ quality: 'hot', qualityBy: 'assistant', qualityReasons: ['budget'] });
    expect(hot.told).toEqual([{ change: 'quality', from: 'warm', to: 'hot', fields: [] }]);
    const cold = changed(hot.lead, { quality: 'cold' }, 'person');
    const kept = changed(cold.lead, { quality: 'hot' }, 'assistant');
    expect(kept.lead).toMatchObject({ quality: 'cold', qualityBy: 'person' });
    expect(kept.told).toEqual([]);
  });

  it('lets ISAC judge again when a person takes their word back', () => {
    const open = changed(lead({ quality: 'cold', qualityBy: 'person' }), { quality: null }, 'person');
    expect(open.lead).toMatchObject({ quality: null, qualityBy: null, qualityReasons: [] });
    expect(changed(open.lead, { quality: 'hot' }, 'assistant').lead.quality).toBe('hot');
  });

  it('names the details that changed, and only those', () => {
    const edit = changed(lead(), {
      city: 'Quito',
      itemId: 'i1',
      budget: { amount: 5000, currency: 'USD' },
      value: null,
    });
    expect(edit.told).toEqual([{ change: 'details', from: null, to: null, fields: ['city', 'budget', 'value'] }]);
    expect(edit.lead).toMatchObject({
      city: 'Quito',
      budgetAmount: 5000,
      budgetCurrency: 'USD',
      valueAmount: null,
      valueCurrency: null,
    });
  });

  it('tells several things at once', () => {
    expect(
      changed(lead(), { state: 'qualified', assigneeId: 'u1', quality: 'hot', city: 'Quito' }).told.map(
        (one) => one.change,
      ),
    ).toEqual(['state', 'assigned', 'quality', 'details']);
  });

  it('changes nothing of what it was given', () => {
    const before = Object.freeze(lead());
    changed(before, { state: 'won', city: 'Quito', quality: 'hot' });
    expect(before).toEqual(lead());
  });
});

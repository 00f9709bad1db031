import { describe, expect, it } from '@jest/globals';
import { aLead } from '../testing/a-lead';
import { amountOf, fieldsOf, readFields } from './lead-form';

const currencies = { budget: 'USD', value: 'USD' };
const before = fieldsOf(
  aLead({
    city: 'Quito',
    budget: { amount: 125_050, currency: 'USD' },
    item: { id: 'i1', name: 'Sofá', price: null },
  }),
);

describe('the fields of a lead', () => {
  it('begin as the lead is', () => {
    expect(before).toMatchObject({ city: 'Quito', budget: '1250.50', value: '', title: '', urgency: null });
  });

  it('ask for nothing when nothing was typed', () => {
    expect(readFields(before, { ...before }, currencies)).toEqual({ ok: true, change: {} });
  });

  it('ask only for what differs, trimmed, emptied fields as null', () => {
    const typed = {
      ...before,
      city: '  ',
      title: ' Visita ',
      item: null,
      budget: '2.000,00',
      urgency: 'high' as const,
    };
    expect(readFields(before, typed, currencies)).toEqual({
      ok: true,
      change: {
        city: null,
        title: 'Visita',
        itemId: null,
        budget: { amount: 200_000, currency: 'USD' },
        urgency: 'high',
      },
    });
  });

  it('name every amount that is none', () => {
    expect(readFields(before, { ...before, budget: 'mucho', value: '-3' }, currencies)).toEqual({
      ok: false,
      wrong: ['budget', 'value'],
    });
  });

  it('read amounts in the currency they are in', () => {
    expect(amountOf('450.000', 'CLP')).toEqual({ amount: 450_000, currency: 'CLP' });
    expect(amountOf(' ', 'CLP')).toBeNull();
    expect(amountOf('1,5', 'CLP')).toBeUndefined();
  });
});

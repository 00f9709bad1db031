import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { completenessOf, type LeadFacts, qualityOf } from './lead-quality.js';
import { isOpen, LEAD_STATES, type LeadState, moveLead } from './lead-status.js';
import { sumColumns } from './pipeline-sums.js';

const states = fc.constantFrom(...LEAD_STATES);
const facts: fc.Arbitrary<LeadFacts> = fc.record({
  name: fc.boolean(),
  phone: fc.boolean(),
  email: fc.boolean(),
  item: fc.boolean(),
  budget: fc.boolean(),
  city: fc.boolean(),
  urgency: fc.constantFrom(null, 'low' as const, 'normal' as const, 'high' as const, 'urgent' as const),
});

describe('the life of a lead', () => {
  it('never begins again, ends for good when it is won, and is lost only for a reason', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(states, fc.option(fc.constantFrom('precio', ' ', 'otra tienda'))), { maxLength: 30 }),
        (wishes) => {
          let now: { state: LeadState; reason: string | null } = { state: 'new', reason: null };
          for (const [wish, reason] of wishes) {
            const moved = moveLead(now.state, wish, reason);
            if (!moved.ok) continue;
            expect(now.state).not.toBe('won');
            expect(moved.state).not.toBe('new');
            if (now.state === 'lost') expect(moved.state).toBe('contacted');
            now = { state: moved.state, reason: moved.lostReason };
            expect(now.reason !== null).toBe(now.state === 'lost');
          }
        },
      ),
    );
  });

  it('is open until it is won or lost', () => {
    expect(LEAD_STATES.filter((state) => !isOpen(state))).toEqual(['won', 'lost']);
  });
});

describe('what is known of it', () => {
  it('counts from nothing to all', () => {
    const nothing: LeadFacts = {
      name: false,
      phone: false,
      email: false,
      item: false,
      budget: false,
      city: false,
      urgency: null,
    };
    expect(completenessOf(nothing)).toBe(0);
    expect(
      completenessOf({ name: true, phone: true, email: true, item: true, budget: true, city: true, urgency: 'low' }),
    ).toBe(100);
  });

  it('never counts for less, nor judges it colder, when more is known', () => {
    const warmth = { cold: 0, warm: 1, hot: 2 };
    fc.assert(
      fc.property(facts, fc.constantFrom('name', 'phone', 'email', 'item', 'budget', 'city'), (known, learned) => {
        const more = { ...known, [learned]: true };
        expect(completenessOf(more)).toBeGreaterThanOrEqual(completenessOf(known));
        expect(warmth[qualityOf(more).quality]).toBeGreaterThanOrEqual(warmth[qualityOf(known).quality]);
      }),
    );
  });

  it('makes it hot only with a way to answer, an item, a budget and haste', () => {
    fc.assert(
      fc.property(facts, (known) => {
        if (qualityOf(known).quality !== 'hot') return;
        expect([
          known.item,
          known.budget,
          known.phone || known.email,
          known.urgency === 'high' || known.urgency === 'urgent',
        ]).toEqual([true, true, true, true]);
      }),
    );
  });
});

describe('the sums of a board', () => {
  it('lose nothing and mix no currencies', () => {
    const total = fc.record({
      state: states,
      currency: fc.constantFrom(null, 'USD', 'EUR', 'ARS'),
      count: fc.nat(1000),
      amount: fc.nat(1_000_000).map(String),
    });
    const totals = fc.uniqueArray(total, { selector: ({ state, currency }) => `${state} ${currency}` });
    fc.assert(
      fc.property(totals, (rows) => {
        const sums = sumColumns(rows, 'USD');
        expect(LEAD_STATES.reduce((sum, state) => sum + sums(state).count, 0)).toBe(
          rows.reduce((sum, { count }) => sum + count, 0),
        );
        for (const state of LEAD_STATES) {
          const { value, values } = sums(state);
          expect(value.currency).toBe('USD');
          for (const { currency, amount } of values)
            expect(rows).toContainEqual(expect.objectContaining({ state, currency, amount: String(amount) }));
          expect(values.map(({ currency }) => currency).indexOf('USD')).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

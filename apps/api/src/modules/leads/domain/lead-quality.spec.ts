import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { completenessOf, QUALITIES, qualityOf, URGENCIES, type LeadFacts } from './lead-quality.js';

const NOTHING: LeadFacts = {
  name: false,
  phone: false,
  email: false,
  item: false,
  budget: false,
  city: false,
  urgency: null,
};
const facts: fc.Arbitrary<LeadFacts> = fc.record({
  name: fc.boolean(),
  phone: fc.boolean(),
  email: fc.boolean(),
  item: fc.boolean(),
  budget: fc.boolean(),
  city: fc.boolean(),
  urgency: fc.option(fc.constantFrom(...URGENCIES), { nil: null }),
});

describe('completenessOf', () => {
  it('is 0 for nothing and 100 for everything', () => {
    expect(completenessOf(NOTHING)).toBe(0);
    expect(
      completenessOf({ name: true, phone: true, email: true, item: true, budget: true, city: true, urgency: 'low' }),
    ).toBe(100);
  });

  it('never falls when something more is known', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('name', 'phone', 'email', 'item', 'budget', 'city'), (known, fact) => {
        expect(completenessOf({ ...known, [fact]: true })).toBeGreaterThanOrEqual(completenessOf(known));
      }),
    );
  });
});

describe('qualityOf', () => {
  it.each([
    ['a greeting', { phone: true }, 'cold', []],
    ['a specific question', { phone: true, item: true }, 'warm', ['item']],
    ['haste alone', { phone: true, urgency: 'urgent' }, 'warm', ['urgency']],
    [
      'everything but haste',
      { name: true, phone: true, item: true, budget: true, urgency: 'normal' },
      'warm',
      ['contact', 'item', 'budget'],
    ],
    [
      'full contact, item, budget and haste',
      { name: true, phone: true, item: true, budget: true, urgency: 'high' },
      'hot',
      ['contact', 'item', 'budget', 'urgency'],
    ],
    ['nobody to reach', { item: true, budget: true, urgency: 'high' }, 'cold', ['item', 'budget', 'urgency']],
  ] as const)('of %s', (_, known, quality, reasons) => {
    expect(qualityOf({ ...NOTHING, ...known })).toEqual({ quality, reasons });
  });

  it('never cools down when something more is known', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('name', 'phone', 'email', 'item', 'budget', 'city'), (known, fact) => {
        const [before, after] = [qualityOf(known), qualityOf({ ...known, [fact]: true })];
        expect(QUALITIES.indexOf(after.quality)).toBeLessThanOrEqual(QUALITIES.indexOf(before.quality));
      }),
    );
  });
});

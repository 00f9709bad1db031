import { describe, expect, it } from '@jest/globals';

import { completeness, leadQuality } from './lead-quality.js';

const nothing = { slots: {}, concreteItem: false, interested: false, wantsToBuy: false };

describe('leadQuality', () => {
  it('is hot with contact, item and budget or wish to buy', () => {
    expect(leadQuality({ slots: { name: 'Ana' }, concreteItem: true, interested: true, wantsToBuy: true })).toBe('hot');
    expect(
      leadQuality({ slots: { email: 'a@b.ec', budget: 100 }, concreteItem: true, interested: true, wantsToBuy: false }),
    ).toBe('hot');
  });
  it('is warm without one of those, and does not count the telephone', () => {
    expect(leadQuality({ slots: { phone: '099' }, concreteItem: true, interested: true, wantsToBuy: true })).toBe(
      'warm',
    );
    expect(leadQuality({ slots: { name: 'Ana' }, concreteItem: true, interested: true, wantsToBuy: false })).toBe(
      'warm',
    );
    expect(leadQuality({ ...nothing, interested: true })).toBe('warm');
  });
  it('is cold with nothing but a greeting', () => {
    expect(leadQuality(nothing)).toBe('cold');
    expect(leadQuality({ ...nothing, slots: { name: 'Ana', city: 'Quito' } })).toBe('cold');
  });
});

describe('completeness', () => {
  it('runs from 0 to 100', () => {
    expect(completeness(nothing)).toBe(0);
    expect(
      completeness({
        slots: { name: 'Ana', city: 'Quito', budget: 1, color: 'Azul' },
        concreteItem: true,
        interested: true,
        wantsToBuy: true,
      }),
    ).toBe(100);
  });
  it("follows the business's criteria", () => {
    const facts = { ...nothing, slots: { city: 'Quito' } };
    expect(completeness(facts, { contact: 0, item: 0, budgetOrIntent: 0, city: 1, details: 1 })).toBe(50);
    expect(completeness(facts, { contact: 0, item: 0, budgetOrIntent: 0, city: 0, details: 0 })).toBe(0);
  });
});

import type { Slots } from '../understand/slots/extract-slots.js';

export type LeadQuality = 'hot' | 'warm' | 'cold';

export interface LeadFacts {
  readonly slots: Slots;
  /** One item of the catalogue that the customer has settled on. */
  readonly concreteItem: boolean;
  /** Any interest in what is sold. */
  readonly interested: boolean;
  readonly wantsToBuy: boolean;
}

/** What counts towards completeness and how much; the business may change it. */
export type Criterion = 'contact' | 'item' | 'budgetOrIntent' | 'city' | 'details';
export type Criteria = Readonly<Record<Criterion, number>>;

export const DEFAULT_CRITERIA: Criteria = { contact: 30, item: 30, budgetOrIntent: 25, city: 10, details: 5 };

/** hot = contact + concrete item + (budget or wish to buy); warm = interest without all that; cold = neither. */
export function leadQuality(facts: LeadFacts): LeadQuality {
  if (hasContact(facts.slots) && facts.concreteItem && (facts.slots.budget !== undefined || facts.wantsToBuy))
    return 'hot';
  return facts.interested || facts.concreteItem || facts.wantsToBuy || facts.slots.budget !== undefined
    ? 'warm'
    : 'cold';
}

/** How much of what a lead needs is known, 0..100. */
export function completeness(facts: LeadFacts, criteria: Criteria = DEFAULT_CRITERIA): number {
  const met: Record<Criterion, boolean> = {
    contact: hasContact(facts.slots),
    item: facts.concreteItem,
    budgetOrIntent: facts.slots.budget !== undefined || facts.wantsToBuy,
    city: facts.slots.city !== undefined,
    details:
      facts.slots.quantity !== undefined ||
      facts.slots.capacity !== undefined ||
      facts.slots.color !== undefined ||
      facts.slots.size !== undefined ||
      facts.slots.places !== undefined ||
      facts.slots.duration !== undefined,
  };
  const keys = Object.keys(criteria) as Criterion[];
  const total = keys.reduce((sum, key) => sum + criteria[key], 0);
  return total === 0
    ? 0
    : Math.round((100 * keys.reduce((sum, key) => sum + (met[key] ? criteria[key] : 0), 0)) / total);
}

/** Whether the customer can be named; the telephone is known from the channel and does not count. */
export function hasContact(slots: Slots): boolean {
  return slots.name !== undefined || slots.email !== undefined;
}

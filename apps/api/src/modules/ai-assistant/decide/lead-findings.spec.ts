import { describe, expect, it } from '@jest/globals';
import type { CatalogueItem } from '../ground/catalogue-item.js';
import type { Decision } from './decision.js';
import { NEW_DIALOGUE, type DialogueState } from './dialogue-state.js';
import { leadFindings } from './lead-findings.js';

const item = (sku: string): CatalogueItem => ({
  id: `id-${sku}`,
  sku,
  name: sku,
  brand: null,
  category: null,
  attributes: {},
  currency: 'USD',
  priceRetail: 10,
  priceWholesale: null,
  stock: null,
});
const ITEMS = new Map([item('A'), item('B')].map((one) => [one.sku, one]));
const decision = (state: Partial<DialogueState>, over: Partial<Decision> = {}): Decision => ({
  action: 'answer',
  intent: 'price_query',
  topics: [],
  question: null,
  escalation: null,
  quality: 'warm',
  completeness: 40,
  createLead: true,
  quote: null,
  optOut: false,
  because: '',
  state: { ...NEW_DIALOGUE, ...state },
  ...over,
});

describe('leadFindings', () => {
  it('is nothing where there is no enquiry', () => {
    expect(leadFindings('c', decision({}, { createLead: false }), ITEMS, 'USD')).toBeUndefined();
  });

  it('tells what was said, in minor units, and why it counts', () => {
    const found = leadFindings(
      'c',
      decision(
        {
          slots: { name: 'Ana', budget: 150.5, city: 'Quito', urgency: 'high' },
          cart: [{ sku: 'B', quantity: 2 }],
          focus: ['A', 'B'],
          wantsToBuy: true,
        },
        { quality: 'hot', completeness: 95 },
      ),
      ITEMS,
      'USD',
    );
    expect(found).toEqual({
      conversationId: 'c',
      quality: 'hot',
      qualified: true,
      itemId: 'id-B',
      budget: { amount: 15_050, currency: 'USD' },
      city: 'Quito',
      urgency: 'high',
      qualityReasons: ['contact', 'item', 'budget', 'purchase', 'urgency', 'city'],
    });
  });

  it('names an item only when it is the one spoken of, and counts pesos without cents', () => {
    expect(leadFindings('c', decision({ focus: ['A', 'B'] }), ITEMS, 'USD')).not.toHaveProperty('itemId');
    expect(leadFindings('c', decision({ focus: ['A'], slots: { budget: 80_000 } }), ITEMS, 'CLP')).toMatchObject({
      itemId: 'id-A',
      budget: { amount: 80_000, currency: 'CLP' },
      qualified: false,
    });
  });
});

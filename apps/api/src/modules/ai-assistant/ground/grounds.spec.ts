import { describe, expect, it } from '@jest/globals';

import type { Decision, Topic } from '../decide/decision.js';
import { NEW_DIALOGUE } from '../decide/dialogue-state.js';
import { SHOPS } from '../testing/understand-in.js';
import { groundsOf } from './grounds.js';

const { shop, index, items } = SHOPS.mue;
const soldOut = items.filter(({ stock }) => stock === 0);
const decision = (topics: readonly Topic[]): Decision => ({
  action: 'answer',
  intent: 'price_query',
  topics,
  question: null,
  escalation: null,
  quality: 'warm',
  completeness: 0,
  createLead: true,
  quote: null,
  optOut: false,
  state: NEW_DIALOGUE,
  because: '',
});
const grounds = (...topics: Topic[]) => groundsOf(index.bySku, soldOut, shop, decision(topics), ['hola']);
const skus = (...topics: Topic[]): string[] => grounds(...topics).items.map(({ sku }) => sku);

describe('what a reply may rest on', () => {
  it.each<[string, Topic, string[]]>([
    ['a list', { kind: 'items', skus: ['RO-4P-BLA', 'ES-GAM-NEG'], show: 'list' }, ['RO-4P-BLA', 'ES-GAM-NEG']],
    ['features', { kind: 'features', skus: ['RO-4P-BLA'] }, ['RO-4P-BLA']],
    ['a discount refused', { kind: 'discount', skus: ['VE-2C-NOG'] }, ['VE-2C-NOG']],
    [
      'what is sold out',
      { kind: 'sold_out', sku: 'CA-KIN-CAO', alternatives: ['CA-QUE-CAO'] },
      ['CA-KIN-CAO', 'CA-QUE-CAO'],
    ],
    ['what is not sold', { kind: 'not_sold', alternatives: ['SI-EJE-NEG'] }, ['SI-EJE-NEG']],
    ['too many', { kind: 'not_enough', sku: 'RO-4P-BLA', asked: 9 }, ['RO-4P-BLA']],
    ['a total', { kind: 'line_total', sku: 'VE-2C-NOG', quantity: 3 }, ['VE-2C-NOG']],
    ['a greeting', { kind: 'greeting' }, []],
    ['the warranty', { kind: 'warranty' }, []],
    ['an unknown item', { kind: 'items', skus: ['NOPE'], show: 'price' }, []],
  ])('%s: its rows only', (_, topic, rows) => {
    expect(skus(topic)).toEqual(rows);
  });

  it('holds each row once, whatever number of topics speaks of it', () => {
    expect(
      skus({ kind: 'features', skus: ['RO-4P-BLA'] }, { kind: 'items', skus: ['RO-4P-BLA'], show: 'price' }),
    ).toEqual(['RO-4P-BLA']);
  });

  it('holds the totals of lines at the price of their number', () => {
    expect(grounds({ kind: 'line_total', sku: 'SI-EJE-NEG', quantity: 5 })).toMatchObject({
      totals: [725],
      quantities: [5],
    });
    expect(grounds({ kind: 'line_total', sku: 'SI-EJE-NEG', quantity: 6 })).toMatchObject({
      totals: [714],
      quantities: [6],
    });
  });

  it('holds the sums and numbers of a quote', () => {
    const lines = [{ sku: 'VE-2C-NOG', name: 'Velador', quantity: 2, unitPrice: 95, total: 190 }];
    expect(grounds({ kind: 'quote', quote: { lines, total: 190, currency: 'USD' } })).toMatchObject({
      totals: [190, 95],
      quantities: [2],
    });
  });

  it('holds what the customer asked for, the words and everything sold out', () => {
    const held = grounds({ kind: 'not_enough', sku: 'RO-4P-BLA', asked: 9 });
    expect(held.quantities).toEqual([9]);
    expect(held.customerTexts).toEqual(['hola']);
    expect(held.soldOut.map(({ sku }) => sku).sort()).toEqual(['CA-KIN-CAO', 'SF-CUE-2-GRI']);
  });
});

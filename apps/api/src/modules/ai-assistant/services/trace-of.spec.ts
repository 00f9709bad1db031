import { describe, expect, it } from '@jest/globals';
import { answerTurn } from '../answer-turn.js';
import { NEW_DIALOGUE } from '../decide/dialogue-state.js';
import { buildShop } from '../testing/build-shop.js';
import { loadIntentModel } from '../understand/intents/model-file.js';
import { traceOf } from './trace-of.js';

const model = loadIntentModel();
const { shop, index, items } = buildShop('cel');
const settings = {
  enabled: true,
  qualificationDays: 7,
  shipping: '',
  payments: [],
  warranty: '',
  website: '',
  wholesaleMinQty: null,
  version: 1,
};
const traced = (text: string) =>
  traceOf({
    turn: answerTurn({ model, index, shop, state: NEW_DIALOGUE, text, owner: 'assistant' }),
    shop: { index, facts: shop, settings },
    latency: { gather: 1.23456, answer: 2 },
  });

describe('traceOf', () => {
  it('names the rows that a price rests on and the words that led to them', () => {
    const item = items.find(({ stock }) => stock === null || stock > 0);
    const trace = traced(`cuánto sale el ${item?.name ?? ''}?`);
    expect(trace.decision).toMatchObject({ intent: 'price_query', escalation: null });
    expect(trace.items[0]).toMatchObject({ sku: item?.sku, because: expect.stringMatching(/\w/) });
    expect(trace.facts.map(({ sku }) => sku)).toContain(item?.sku);
    expect(trace.latency).toEqual({ gather: 1.235, answer: 2 });
  });

  it('says why a person was called, and survives JSON', () => {
    const trace = traced('me llegó roto y nadie me contesta, quiero hablar con una persona');
    expect(trace.decision).toMatchObject({
      escalation: { reason: expect.any(String), priority: expect.stringMatching(/high|urgent/) },
    });
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });
});

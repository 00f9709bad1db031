import { describe, expect, it } from '@jest/globals';

import { NEW_DIALOGUE } from '../decide/dialogue-state.js';
import type { StoredTurn } from '../persistence/turn-list.js';
import { presentAnalysis, presentQualification, presentTurn } from './present-turn.js';

const AT = new Date('2026-11-21T10:00:00Z');
const turn = (over: Partial<StoredTurn> = {}): StoredTurn => ({
  id: 't',
  conversationId: 'c',
  messageIds: ['m'],
  state: 'answered',
  mode: 'auto',
  engine: 'embedded',
  engineVersion: '1',
  intent: 'price_query',
  confidence: 0.9,
  intents: [
    { intent: 'price_query', confidence: 0.9 },
    { intent: 'store_info', confidence: 0.6 },
  ],
  items: [{ sku: 'A', because: 'mesa' }],
  slots: { city: 'Quito', quantity: 2 },
  facts: [{ id: 'i', sku: 'A', name: 'Mesa', version: 3 }],
  decision: {
    action: 'answer',
    because: 'model; answers',
    quality: 'warm',
    escalation: { reason: 'complaint', priority: 'high' },
  },
  rejected: [],
  reply: 'Sale $5',
  replyMessageId: 'r',
  reason: null,
  latency: { gather: 1.04, answer: 2.02 },
  thumb: null,
  note: null,
  createdAt: AT,
  finishedAt: AT,
  ...over,
});

describe('a turn as people see it', () => {
  it('tells what was wanted, found, decided and how long it took', () => {
    expect(presentTurn(turn())).toMatchObject({
      alternatives: [{ intent: 'store_info', confidence: 0.6 }],
      entities: [
        { kind: 'item', name: 'mesa', value: 'A' },
        { kind: 'slot', name: 'city', value: 'Quito' },
        { kind: 'slot', name: 'quantity', value: 2 },
      ],
      rules: ['model', 'answers'],
      tools: [
        { name: 'gather', rows: 1, ms: 1.04 },
        { name: 'answer', rows: null, ms: 2.02 },
      ],
      sources: [{ kind: 'item', id: 'i', title: 'Mesa', name: 'A', version: 3 }],
      escalation: { reason: 'complaint', priority: 'high' },
      model: 'embedded 1',
      latencyMs: 3.1,
      createdAt: AT.toISOString(),
    });
  });

  it('is whole although nothing was thought yet', () => {
    const waiting = turn({
      state: 'waiting',
      engine: null,
      engineVersion: null,
      intent: null,
      confidence: null,
      intents: [],
      items: [],
      slots: {},
      facts: [],
      decision: null,
      reply: null,
      latency: {},
      finishedAt: null,
    });
    expect(presentTurn(waiting)).toMatchObject({
      action: null,
      quality: null,
      escalation: null,
      rules: [],
      tools: [],
      model: null,
      latencyMs: null,
      finishedAt: null,
    });
  });

  it('names five items at most', () => {
    const items = Array.from({ length: 9 }, (_, at) => ({ sku: `S${at}`, because: 'x' }));
    expect(presentTurn(turn({ items, slots: {} })).entities).toHaveLength(5);
  });

  it.each([[7], [null], [{}], [undefined]])('takes no %j for words', (value) => {
    expect(presentTurn(turn({ decision: { action: value, because: value, quality: value } }))).toMatchObject({
      action: null,
      quality: null,
      rules: [],
    });
  });
});

describe('what is known of an enquiry, as people see it', () => {
  it('names what is taken before what was spoken of, each once', () => {
    const state = {
      ...NEW_DIALOGUE,
      cart: [{ sku: 'B', quantity: 1 }],
      focus: ['A', 'B'],
      wantsToBuy: true,
      slots: { name: 'Ana' },
    };
    expect(
      presentQualification({ state, quality: 'hot', completeness: 85, updatedAt: AT, expiresAt: AT }),
    ).toMatchObject({
      items: ['B', 'A'],
      quality: 'hot',
      completeness: 85,
      wantsToBuy: true,
      escalated: false,
      slots: { name: 'Ana' },
    });
  });
});

describe('an analysis', () => {
  it('falls back on what says least', () => {
    const trace = {
      engine: 'e',
      engineVersion: '1',
      intents: [],
      items: [],
      slots: {},
      facts: [],
      decision: { confidence: 0.5 },
      rejected: [],
      reply: 'x',
      latency: { gather: 1, answer: 2 },
    };
    expect(presentAnalysis(trace)).toMatchObject({
      intent: 'other',
      language: 'es',
      sentiment: 'neutral',
      action: 'answer',
      quality: 'cold',
      escalation: null,
      latencyMs: 3,
      confidence: 0.5,
    });
  });
});

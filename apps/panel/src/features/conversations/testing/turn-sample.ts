import type { Turn } from '../api/turn-query';
import type { Suggestion } from '../model/suggestion';
import { AT, later } from './samples';

/** A price that ISAC was asked for and answered, with everything a turn can hold. */
export function turn(over: Partial<Turn> = {}): Turn {
  return {
    id: 't1',
    conversationId: 'c1',
    messageIds: ['m1'],
    state: 'answered',
    mode: 'auto',
    reason: null,
    intent: 'price_query',
    confidence: 0.91,
    alternatives: [{ intent: 'stock_query', confidence: 0.07 }],
    entities: [
      { kind: 'item', name: 'iphone 13', value: 'IPH-13' },
      { kind: 'slot', name: 'city', value: 'Quito' },
      { kind: 'slot', name: 'quantity', value: 2 },
      { kind: 'slot', name: 'capacity', value: '128GB' },
    ],
    action: 'answer',
    rules: ['price: of a product', 'answers and offers a quote'],
    tools: [
      { name: 'gather', rows: 3, ms: 12.4 },
      { name: 'answer', rows: null, ms: 1200 },
    ],
    sources: [{ kind: 'item', id: 'i1', title: 'iPhone 13', name: 'IPH-13', version: 4 }],
    escalation: null,
    quality: 'warm',
    reply: 'El iPhone 13 cuesta $599.',
    replyMessageId: 'm2',
    rejected: [],
    model: 'embedded 3',
    latencyMs: 1212.4,
    thumb: null,
    note: null,
    createdAt: AT,
    finishedAt: AT,
    ...over,
  };
}

/** A turn of which nothing but its beginning was kept. */
export const bareTurn = (over: Partial<Turn> = {}): Turn =>
  turn({
    intent: null,
    confidence: null,
    alternatives: [],
    entities: [],
    action: null,
    rules: [],
    tools: [],
    sources: [],
    quality: null,
    reply: null,
    replyMessageId: null,
    model: null,
    latencyMs: null,
    ...over,
  });

/** What ISAC proposes, as the socket tells it, two minutes after the sample message. */
export const suggestion = (over: Partial<Suggestion> = {}): Suggestion => ({
  id: 't1',
  intent: null,
  confidence: null,
  createdAt: later(2),
  reply: 'Hola',
  ...over,
});

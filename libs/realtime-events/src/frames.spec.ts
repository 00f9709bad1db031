import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compareSequence,
  EVENTS_FRAME,
  envelopeSchema,
  readEnvelopes,
  readTypingMessage,
  readViewMessage,
  readVolatileEnvelopes,
  REALTIME_NAMESPACE,
  REALTIME_TYPES,
  sequenceSchema,
  VOLATILE_FRAME,
  VOLATILE_TYPES,
} from './index.js';

const at = '2026-11-20T12:00:00.000Z';
const event = (over: object = {}) => ({ seq: '1', type: 'lead.moved', at, data: { id: 'l1' }, ...over });

describe('a frame of events', () => {
  it.each([
    ['no array', event()],
    ['nothing', undefined],
    ['a text that holds one', JSON.stringify([event()])],
    ['an object with a length', { length: 1, 0: event() }],
  ])('that is %s is empty', (_name, frame) => {
    expect(readEnvelopes(frame)).toEqual([]);
    expect(readVolatileEnvelopes(frame)).toEqual([]);
  });

  it.each([
    ['without a number', { seq: undefined }],
    ['with a number beyond 64 bits', { seq: '1'.repeat(20) }],
    ['with a number that has a sign', { seq: '+1' }],
    ['without a moment', { at: undefined }],
    ['with a moment of some zone', { at: '2026-11-20T12:00:00-05:00' }],
    ['with a moment without a time', { at: '2026-11-20' }],
    ['with a type by inheritance', { type: 'constructor' }],
  ])('leaves out one %s and keeps its neighbours', (_name, over) => {
    const frame = [event({ seq: '1' }), event(over), event({ seq: '3' })];
    expect(readEnvelopes(frame).map((one) => one.seq)).toEqual(['1', '3']);
  });

  it('keeps what a newer server adds to an event from breaking it', () => {
    const [read] = readEnvelopes([event({ trace: 'x', data: { id: 'l1', colour: 'new' } })]);
    expect(read).toEqual(event({ data: { id: 'l1', colour: 'new' } }));
  });

  it('keeps events that share a number, in their order', () => {
    const frame = ['message.created', 'conversation.upserted', 'counts.changed'].map((type) => event({ type }));
    expect(readEnvelopes(frame).map((one) => one.type)).toEqual(frame.map((one) => one.type));
  });

  it('never takes a numbered event for a passing sign, nor the other way round', () => {
    for (const type of REALTIME_TYPES) {
      const passing = (VOLATILE_TYPES as readonly string[]).includes(type);
      expect([type, readEnvelopes([event({ type })]).length]).toEqual([type, passing ? 0 : 1]);
      expect([type, readVolatileEnvelopes([event({ type })]).length]).toEqual([type, passing ? 1 : 0]);
    }
  });

  it('has names that both ends of the wire agree on', () => {
    expect([REALTIME_NAMESPACE, EVENTS_FRAME, VOLATILE_FRAME]).toEqual(['/realtime', 'events', 'volatile']);
    expect(envelopeSchema.safeParse(event()).success).toBe(true);
  });
});

describe('numbers of the log', () => {
  const number = fc.bigInt({ min: 0n, max: 9_223_372_036_854_775_807n }).map(String);

  it('are taken as PostgreSQL writes them', () => {
    fc.assert(fc.property(number, (seq) => expect(sequenceSchema.parse(seq)).toBe(seq)));
  });

  it('sort as they were given out, whatever order they came in', () => {
    fc.assert(
      fc.property(fc.array(number), (seqs) => {
        const sorted = [...seqs].sort(compareSequence).map(BigInt);
        expect(sorted.every((seq, index) => index === 0 || (sorted[index - 1] ?? 0n) <= seq)).toBe(true);
      }),
    );
  });
});

describe('what a panel may say', () => {
  it.each([
    null,
    'x',
    [],
    {},
    { conversationId: 7 },
    { conversationId: '' },
    { conversationId: '0198c0de-0000-7000-8000-00000000000' },
    { conversationId: ['0198c0de-0000-7000-8000-000000000001'] },
  ])('is not %j', (payload) => {
    expect([readViewMessage(payload), readTypingMessage(payload)]).toEqual([undefined, undefined]);
  });
});

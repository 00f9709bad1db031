import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compareSequence,
  readEnvelopes,
  readTypingMessage,
  readViewMessage,
  readVolatileEnvelopes,
  REALTIME_TYPES,
  sequenceSchema,
  VOLATILE_TYPES,
  type Envelope,
} from './index.js';

const at = '2026-11-20T12:00:00.000Z';
const id = '0198c0de-0000-7000-8000-000000000001';

describe('events of the log', () => {
  it('keeps the good ones in order and leaves out what it does not know', () => {
    const good = { seq: '9007199254740993', type: 'message.created', at, data: { id } };
    const payload = [
      good,
      { ...good, type: 'from.the.future' },
      { ...good, seq: 7 },
      { ...good, at: 'yesterday' },
      null,
      'x',
      { ...good, type: 'typing' },
      { ...good, seq: '2', type: 'conversation.removed' },
    ];
    expect(readEnvelopes(payload).map((event) => [event.seq, event.type])).toEqual([
      ['9007199254740993', 'message.created'],
      ['2', 'conversation.removed'],
    ]);
  });

  it('knows every type of the contract', () => {
    const logged = REALTIME_TYPES.filter((type) => !(VOLATILE_TYPES as readonly string[]).includes(type));
    expect(
      readEnvelopes(logged.map((type, index) => ({ seq: String(index), type, at, data: {} }))).map(
        (event) => event.type,
      ),
    ).toEqual(logged);
  });

  it('narrows the data by type', () => {
    const [event] = readEnvelopes<{ message: { text: string } }>([
      { seq: '1', type: 'message.created', at, data: { text: 'Hola' } },
    ]);
    expect(event?.type === 'message.created' ? event.data.text : undefined).toBe('Hola');
    const removed: Envelope<'conversation.removed'> = { seq: '2', type: 'conversation.removed', at, data: { id } };
    expect(removed.data.id).toBe(id);
  });

  it('reads anything without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (payload) => {
        expect(readEnvelopes(payload).length + readVolatileEnvelopes([payload]).length).toBeGreaterThanOrEqual(0);
        expect(
          [readViewMessage(payload), readTypingMessage(payload)].filter((message) => message !== undefined),
        ).toEqual([]);
      }),
    );
  });
});

describe('volatile events', () => {
  it('have no sequence', () => {
    expect(
      readVolatileEnvelopes([
        { type: 'typing', at, data: { conversationId: id, userId: id, name: 'Ana' } },
        { type: 'message.created', at, data: {} },
      ]),
    ).toEqual([{ type: 'typing', at, data: { conversationId: id, userId: id, name: 'Ana' } }]);
  });
});

describe('sequence numbers', () => {
  it.each(['', '-1', '01', '1.5', '1e3', '12345678901234567890', 5])('%p is none', (value) =>
    expect(sequenceSchema.safeParse(value).success).toBe(false),
  );

  it('compare as numbers beyond what a double holds', () => {
    expect(compareSequence('9007199254740993', '9007199254740992')).toBe(1);
    expect(compareSequence('9', '10')).toBe(-1);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.bigInt({ min: 0n, max: 10n ** 18n }), (left, right) => {
        expect(compareSequence(String(left), String(right))).toBe(left === right ? 0 : left < right ? -1 : 1);
      }),
    );
  });
});

describe('what a panel says', () => {
  it('is a conversation by id, and nothing besides', () => {
    expect(readViewMessage({ conversationId: id })).toEqual({ conversationId: id });
    expect(readViewMessage({ conversationId: null })).toEqual({ conversationId: null });
    expect(readTypingMessage({ conversationId: id })).toEqual({ conversationId: id });
    expect(readTypingMessage({ conversationId: null })).toBeUndefined();
    expect(readViewMessage({ conversationId: "' or 1=1" })).toBeUndefined();
    expect(readViewMessage({ conversationId: id, rooms: ['leads:all'] })).toBeUndefined();
  });
});

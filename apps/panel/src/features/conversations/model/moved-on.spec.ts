import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { later, message, outgoing } from '../testing/samples';
import type { Message } from './message';
import { lastSeenId } from './moved-on';

const spoken = (id: string, at: number, receivedAt: number, over: Partial<Message> = {}) =>
  message({ id, at: later(at), receivedAt: later(receivedAt), ...over });

describe('the last message that was seen', () => {
  it.each<[string, Message[], string | null, string | undefined]>([
    ['is the lowest on the screen', [spoken('a', 1, 1), spoken('b', 2, 2)], null, 'b'],
    ['is what the server says, when it is the same', [spoken('a', 1, 1), spoken('b', 2, 2)], 'b', 'b'],
    ['is the server’s, when the clock of the provider runs ahead', [spoken('b', 1, 3), spoken('a', 2, 2)], 'b', 'b'],
    [
      'is the lowest, when it came after what the server last told of',
      [spoken('a', 1, 1), spoken('b', 2, 2)],
      'a',
      'b',
    ],
    ['is the lowest, when the server speaks of what is not here', [spoken('a', 1, 1)], 'z', 'a'],
    ['is never a note', [spoken('a', 1, 1), outgoing({ id: 'n', type: 'note', at: later(2) })], 'n', 'a'],
    [
      'is not one on its way',
      [spoken('a', 1, 1), outgoing({ id: 'o', outbox: { id: 'k', undoable: true } })],
      null,
      'a',
    ],
    ['is nothing in an empty thread', [], 'z', undefined],
  ])('%s', (_what, messages, told, expected) => {
    expect(lastSeenId(messages, told === null ? null : { id: told })).toBe(expected);
  });

  it('is always one that is on the screen, or nothing', () => {
    const messages = fc.array(
      fc.record({
        id: fc.integer({ min: 0, max: 9 }),
        at: fc.integer({ min: 0, max: 99 }),
        got: fc.integer({ min: 0, max: 99 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(messages, fc.integer({ min: 0, max: 9 }), (given, told) => {
        const seen = given.map(({ id, at, got }) => spoken(`m${id}`, at, got));
        const last = lastSeenId(seen, { id: `m${told}` });
        expect(last === undefined ? seen.length === 0 : seen.some(({ id }) => id === last)).toBe(true);
      }),
    );
  });
});

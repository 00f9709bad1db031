import { describe, expect, it } from '@jest/globals';
import { lastMessage, later, message, outgoing } from '../testing/samples';
import { suggestion, turn } from '../testing/turn-sample';
import { standingSuggestion, type SuggestionSources } from './suggestion';

const waiting = turn({ id: 't9', state: 'suggested', mode: 'suggest', createdAt: later(2), reply: 'Cuesta $599' });
const of = (over: Partial<SuggestionSources>) =>
  standingSuggestion({
    heard: undefined,
    lastTurn: null,
    settled: new Set(),
    lastMessage: lastMessage(),
    messages: [message()],
    ...over,
  })?.id;

describe('the suggestion that stands', () => {
  it('is the one that waited at the server before this visit', () => {
    expect(of({ lastTurn: waiting })).toBe('t9');
    expect(of({})).toBeUndefined();
  });

  it.each(['answered', 'used', 'dismissed', 'silent', 'failed'] as const)('is no turn that was %s', (state) => {
    expect(of({ lastTurn: { ...waiting, state } })).toBeUndefined();
  });

  it('is none without words', () => {
    expect(of({ lastTurn: { ...waiting, reply: null } })).toBeUndefined();
    expect(of({ lastTurn: { ...waiting, reply: '' } })).toBeUndefined();
  });

  it('is the later of what the socket told and what the server has', () => {
    expect(of({ lastTurn: waiting, heard: suggestion({ id: 't10', createdAt: later(3) }) })).toBe('t10');
    expect(of({ lastTurn: waiting, heard: suggestion({ id: 't8', createdAt: later(1) }) })).toBe('t9');
    // A colleague used it meanwhile: what was heard of the same turn is older news.
    expect(
      of({ lastTurn: { ...waiting, state: 'used' }, heard: suggestion({ id: 't9', createdAt: later(2) }) }),
    ).toBeUndefined();
  });

  it('is none once it was used or thrown away here, and the next one is', () => {
    const settled = new Set(['t9']);
    expect(of({ lastTurn: waiting, settled })).toBeUndefined();
    expect(of({ lastTurn: waiting, settled, heard: suggestion({ id: 't10', createdAt: later(3) }) })).toBe('t10');
  });

  it('is none after an answer of ours, told by the row or standing in the thread', () => {
    const answer = lastMessage({ direction: 'out', author: 'advisor', at: later(3) });
    expect(of({ lastTurn: waiting, lastMessage: answer })).toBeUndefined();
    expect(of({ lastTurn: waiting, messages: [message(), outgoing({ receivedAt: later(3) })] })).toBeUndefined();
  });

  it('stands after an earlier answer, a note, and another message of the customer', () => {
    const before = outgoing({ receivedAt: later(1) });
    const note = outgoing({ type: 'note', receivedAt: later(3) });
    const more = message({ id: 'm3', receivedAt: later(4) });
    expect(of({ lastTurn: waiting, messages: [before, note, more] })).toBe('t9');
    expect(
      of({ lastTurn: waiting, lastMessage: lastMessage({ direction: 'out', author: 'assistant', at: later(1) }) }),
    ).toBe('t9');
    expect(
      of({
        lastTurn: waiting,
        lastMessage: lastMessage({ direction: 'out', type: 'note', author: 'advisor', at: later(3) }),
      }),
    ).toBe('t9');
  });

  it('gives way to what is on its way out, whatever this machine thinks the time is', () => {
    const leaving = outgoing({ receivedAt: later(-500), status: 'pending', outbox: { id: 'o1', undoable: true } });
    expect(of({ lastTurn: waiting, messages: [message(), leaving] })).toBeUndefined();
  });
});

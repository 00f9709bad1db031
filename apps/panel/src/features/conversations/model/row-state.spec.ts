import { describe, expect, it } from '@jest/globals';
import { AT, conversation, lastMessage } from '../testing/samples';
import { rowState } from './row-state';

const theirs = lastMessage();
const ours = lastMessage({ direction: 'out', author: 'assistant' });
const note = lastMessage({ direction: 'out', author: 'advisor', type: 'note' });

describe('what a row says of its conversation', () => {
  it.each([
    ['a new message while the customer waits', 'open', AT, theirs, 'new'],
    ['a new message although a colleague left a note', 'open', AT, note, 'new'],
    ['put off although it was not answered', 'follow_up', AT, theirs, 'follow_up'],
    ['answered once somebody spoke', 'open', null, ours, 'answered'],
    ['put off when nothing waits', 'follow_up', null, ours, 'follow_up'],
    ['resolved when it is closed, whoever spoke last', 'closed', null, theirs, 'resolved'],
    ['resolved when it was closed unanswered', 'closed', AT, theirs, 'resolved'],
    ['just open when what came asks for no answer', 'open', null, theirs, 'open'],
    ['just open while nothing was said', 'open', null, null, 'open'],
  ] as const)('is %s', (_what, status, waitingSince, last, state) => {
    expect(rowState(conversation({ status, waitingSince, lastMessage: last }))).toBe(state);
  });

  it('is that a person must answer, before all else that waits, where ISAC stepped aside', () => {
    const handedOff = { assistantMode: 'auto', assistantState: { owner: 'person', pausedUntil: null } } as const;
    expect(rowState(conversation({ ...handedOff, lastMessage: ours }))).toBe('person');
    expect(rowState(conversation({ ...handedOff, assignee: null, waitingSince: AT, lastMessage: theirs }))).toBe(
      'person',
    );
  });
});

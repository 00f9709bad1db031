import { describe, expect, it } from '@jest/globals';
import { conversation, lastMessage } from '../testing/samples';
import { waitsForPerson } from './waits-for-person';

const goodbye = lastMessage({ direction: 'out', author: 'assistant' });
const advisor = lastMessage({ direction: 'out', author: 'advisor' });
const note = lastMessage({ direction: 'out', author: 'advisor', type: 'note' });
const handedOff = conversation({
  assistantMode: 'auto',
  assistantState: { owner: 'person', pausedUntil: null },
  assignee: null,
  lastMessage: goodbye,
});

describe('a conversation that ISAC left to people', () => {
  it('waits after its goodbye, whoever should answer', () => {
    expect(waitsForPerson(handedOff)).toBe(true);
    expect(waitsForPerson({ ...handedOff, assignee: conversation().assignee })).toBe(true);
  });

  it('waits on when the customer insists or a colleague leaves a note, until somebody has it', () => {
    for (const last of [lastMessage(), note]) {
      expect(waitsForPerson({ ...handedOff, lastMessage: last })).toBe(true);
      expect(waitsForPerson({ ...handedOff, lastMessage: last, assignee: conversation().assignee })).toBe(false);
    }
  });

  it('waits no longer once a person has spoken, or it is closed, put off or back with ISAC', () => {
    expect(waitsForPerson({ ...handedOff, lastMessage: advisor })).toBe(false);
    expect(waitsForPerson({ ...handedOff, status: 'closed' })).toBe(false);
    expect(waitsForPerson({ ...handedOff, status: 'follow_up' })).toBe(false);
    expect(waitsForPerson({ ...handedOff, assistantState: { owner: 'assistant', pausedUntil: null } })).toBe(false);
  });

  it('is none where ISAC was switched off', () => {
    expect(waitsForPerson({ ...handedOff, assistantMode: 'off' })).toBe(false);
  });
});

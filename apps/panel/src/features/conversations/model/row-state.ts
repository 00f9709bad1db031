import type { Conversation } from './conversation';
import { waitsForPerson } from './waits-for-person';

/**
 * What a row says of its conversation: `person` when ISAC left it to people and none has spoken yet, `new` while the
 * customer waits, `answered` once somebody spoke after them, `resolved` when it is closed. `open` is left for one in which nobody has said anything that asks for an answer.
 */
export type RowState = 'person' | 'new' | 'answered' | 'resolved' | 'follow_up' | 'open';

export function rowState(conversation: Conversation): RowState {
  const { status, waitingSince, lastMessage } = conversation;
  if (status === 'closed') return 'resolved';
  // A message opens it again: whatever waits in one that was put off was seen by who did so.
  if (status === 'follow_up') return 'follow_up';
  if (waitsForPerson(conversation)) return 'person';
  if (waitingSince !== null) return 'new';
  return lastMessage?.direction === 'out' ? 'answered' : 'open';
}

import type { Conversation } from './conversation';

/**
 * What a row says of its conversation: `new` while the customer waits, `answered` once somebody spoke after them,
 * `resolved` when it is closed. `open` is left for one in which nobody has said anything that asks for an answer.
 */
export type RowState = 'new' | 'answered' | 'resolved' | 'follow_up' | 'open';

export function rowState({
  status,
  waitingSince,
  lastMessage,
}: Pick<Conversation, 'status' | 'waitingSince' | 'lastMessage'>): RowState {
  if (status === 'closed') return 'resolved';
  // A message opens it again: whatever waits in one that was put off was seen by who did so.
  if (status === 'follow_up') return 'follow_up';
  if (waitingSince !== null) return 'new';
  return lastMessage?.direction === 'out' ? 'answered' : 'open';
}

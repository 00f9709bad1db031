import type { Schemas } from '@hilo/api-client';

type View = Schemas['ConversationView'];
type Standing = Pick<View, 'status' | 'assistantMode' | 'assistantState' | 'assignee' | 'lastMessage'>;

/**
 * Whether ISAC left the conversation to people and none of them has spoken since. Its goodbye is an answer to the server,
 * which counts no waiting from it; to the customer it is the promise of one.
 */
export function waitsForPerson({ status, assistantMode, assistantState, assignee, lastMessage }: Standing): boolean {
  if (status !== 'open' || assistantMode === 'off' || assistantState.owner !== 'person') return false;
  if (lastMessage?.direction === 'out' && lastMessage.type !== 'note') return lastMessage.author === 'assistant';
  return assignee === null;
}

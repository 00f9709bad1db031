import type { ConversationFilter } from '../model/conversation-filter';

/** Where the query cache keeps what this feature shows. */
export const keys = {
  lists: ['conversations', 'list'] as const,
  list: (filter: ConversationFilter) => ['conversations', 'list', filter] as const,
  one: (id: string) => ['conversations', 'one', id] as const,
  thread: (id: string) => ['conversations', 'thread', id] as const,
  panel: (id: string) => ['conversations', 'panel', id] as const,
  turn: (id: string) => ['conversations', 'turn', id] as const,
};

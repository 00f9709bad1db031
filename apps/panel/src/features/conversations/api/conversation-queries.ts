import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../../app/ask';
import type { ConversationFilter } from '../model/conversation-filter';
import { cachedConversation } from './conversation-cache';
import { keys } from './keys';

const ROWS = 40;
const MESSAGES = 50;

export const listQuery = (filter: ConversationFilter) =>
  infiniteQueryOptions({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      ask('GET', '/conversations', {
        query: { ...filter, limit: ROWS, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** One conversation; what a list already brought is not asked for again. */
export const conversationQuery = (id: string, client: QueryClient) =>
  queryOptions({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => ask('GET', '/conversations/{id}', { path: { id }, signal }),
    initialData: () => cachedConversation(client, id),
    staleTime: 5 * 60_000,
  });

export const threadQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.thread(id),
    queryFn: ({ pageParam, signal }) =>
      ask('GET', '/conversations/{id}/messages', {
        path: { id },
        query: { limit: MESSAGES, before: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 5 * 60_000,
    // Ticks are told only while the conversation is open: what was read meanwhile nobody has said.
    refetchOnMount: 'always',
  });

import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { request } from '../../../app/api';
import type { Conversation, Page } from '../model/conversation';
import type { ConversationFilter } from '../model/conversation-filter';
import type { Message } from '../model/message';
import { cachedConversation } from './conversation-cache';
import { keys } from './keys';

const ROWS = 40;
const MESSAGES = 50;

export const listQuery = (filter: ConversationFilter) =>
  infiniteQueryOptions({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      request<Page<Conversation>>('GET', '/conversations', {
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
    queryFn: ({ signal }) => request<Conversation>('GET', `/conversations/${id}`, { signal }),
    initialData: () => cachedConversation(client, id),
    staleTime: 5 * 60_000,
  });

export const threadQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.thread(id),
    queryFn: ({ pageParam, signal }) =>
      request<Page<Message>>('GET', `/conversations/${id}/messages`, {
        query: { limit: MESSAGES, before: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 5 * 60_000,
    // Ticks are told only while the conversation is open: what was read meanwhile nobody has said.
    refetchOnMount: 'always',
  });

import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from './api';
import { useCan } from './session';

export interface Count {
  total: number;
  unread: number;
}

export type ConversationCounts = Record<'mine' | 'unassigned' | 'all', Count>;

/** The server's counts: tabs, rail and title all read these and nothing else. */
export const countsQuery = queryOptions({
  queryKey: ['conversations', 'counts'],
  queryFn: ({ signal }) => request<ConversationCounts>('GET', '/conversations/counts', { signal }),
});

/** How many of my conversations have something unread. */
export function useUnread(): number {
  const allowed = useCan('conversations:read');
  return useQuery({ ...countsQuery, enabled: allowed }).data?.mine.unread ?? 0;
}

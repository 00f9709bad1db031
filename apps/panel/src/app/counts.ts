import type { Schemas } from '@hilo/api-client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask } from './ask';
import { useCan } from './session';

export type ConversationCounts = Schemas['ConversationCounts'];

/** The server's counts: tabs, rail and title all read these and nothing else. */
export const countsQuery = queryOptions({
  queryKey: ['conversations', 'counts'],
  queryFn: ({ signal }) => ask('GET', '/conversations/counts', { signal }),
});

/** How many of my conversations have something unread. */
export function useUnread(): number {
  const allowed = useCan('conversations:read');
  return useQuery({ ...countsQuery, enabled: allowed }).data?.mine.unread ?? 0;
}

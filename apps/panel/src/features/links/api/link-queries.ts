import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from '../../../app/api';
import type { Channel, LinkStats, Page, TrackedLink } from '../model/link';
import type { Range } from '../search';

export const keys = {
  all: ['links'] as const,
  lists: ['links', 'list'] as const,
  link: (id: string) => ['links', 'one', id] as const,
};

export interface LinkFilter {
  network?: string;
  itemId?: string;
  q?: string;
  archived?: boolean;
}

const PAGE = 100;

export const linksQuery = (filter: LinkFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, filter],
    queryFn: ({ signal, pageParam }) =>
      request<Page<TrackedLink>>('GET', '/links', { query: { ...filter, limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const linkQuery = (id: string) =>
  queryOptions({
    queryKey: keys.link(id),
    queryFn: ({ signal }) => request<TrackedLink>('GET', `/links/${id}`, { signal }),
  });

/** The days up to today, as the server's calendar of the business says. */
export const statsQuery = (id: string, range: Range, from: string) =>
  queryOptions({
    queryKey: ['links', 'stats', id, range, from],
    queryFn: ({ signal }) => request<LinkStats>('GET', `/links/${id}/stats`, { query: { from }, signal }),
  });

export const channelsQuery = queryOptions({
  queryKey: ['links', 'channels'],
  queryFn: ({ signal }) => request<Page<Channel>>('GET', '/channels', { signal }),
  staleTime: 5 * 60_000,
  select: ({ data }) => data.filter(({ active }) => active),
});

/** What this screen shows of a lead. */
export interface LeadOfLink {
  id: string;
  contact: { name: string } | null;
  state: 'new' | 'contacted' | 'qualified' | 'negotiating' | 'won' | 'lost';
  value: { amount: number; currency: string } | null;
  assignee: { name: string } | null;
  createdAt: string;
}

export const leadsQuery = (linkId: string) =>
  infiniteQueryOptions({
    queryKey: ['links', 'leads', linkId],
    queryFn: ({ signal, pageParam }) =>
      request<Page<LeadOfLink>>('GET', '/leads', {
        query: { linkId, sort: '-createdAt', limit: 20, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Schemas } from '@hilo/api-client';
import { ask } from '../../../app/ask';
import type { Network } from '../../../app/network';
import type { Range } from '../search';

export const keys = {
  all: ['links'] as const,
  lists: ['links', 'list'] as const,
  link: (id: string) => ['links', 'one', id] as const,
};

export interface LinkFilter {
  network?: Network;
  itemId?: string;
  q?: string;
  archived?: boolean;
}

const PAGE = 100;

export const linksQuery = (filter: LinkFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, filter],
    queryFn: ({ signal, pageParam }) =>
      ask('GET', '/links', { query: { ...filter, limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const linkQuery = (id: string) =>
  queryOptions({
    queryKey: keys.link(id),
    queryFn: ({ signal }) => ask('GET', '/links/{id}', { path: { id }, signal }),
  });

/** The days up to today, as the server's calendar of the business says. */
export const statsQuery = (id: string, range: Range, from: string) =>
  queryOptions({
    queryKey: ['links', 'stats', id, range, from],
    queryFn: ({ signal }) => ask('GET', '/links/{id}/stats', { path: { id }, query: { from }, signal }),
  });

export const channelsQuery = queryOptions({
  queryKey: ['links', 'channels'],
  queryFn: ({ signal }) => ask('GET', '/channels', { signal }),
  staleTime: 5 * 60_000,
  select: ({ data }) => data.filter(({ active }) => active),
});

/** A lead that a link brought. */
export type LeadOfLink = Schemas['LeadView'];

export const leadsQuery = (linkId: string) =>
  infiniteQueryOptions({
    queryKey: ['links', 'leads', linkId],
    queryFn: ({ signal, pageParam }) =>
      ask('GET', '/leads', {
        query: { linkId, sort: '-createdAt', limit: 20, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

import type { Schemas } from '@hilo/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../../app/ask';
import type { LeadSort } from '../search';
import type { Board, BoardColumn } from '../model/board';
import type { LeadState } from '../model/lead';
import type { LeadFilter } from '../model/lead-filter';

export const keys = {
  all: ['leads'] as const,
  boards: ['leads', 'board'] as const,
  lists: ['leads', 'list'] as const,
  lead: (id: string) => ['leads', 'one', id] as const,
  events: (id: string) => ['leads', 'events', id] as const,
};

const FIRST_CARDS = 25;
const MOST_CARDS = 200;

export const cardsAfter = (filter: LeadFilter, state: LeadState, cursor: string) =>
  ask('GET', '/leads', { query: { ...filter, state, cursor, limit: FIRST_CARDS } });

/** Brings a column again as long as it was, so that refreshing never takes away what somebody scrolled to. */
async function asLongAs(before: BoardColumn | undefined, column: BoardColumn, filter: LeadFilter, signal: AbortSignal) {
  const length = Math.min(before?.leads.length ?? 0, MOST_CARDS);
  if (length <= FIRST_CARDS || column.nextCursor === null) return column;
  const query = { ...filter, state: column.state, limit: length };
  const { data, nextCursor } = await ask('GET', '/leads', { query, signal });
  return { ...column, leads: data, nextCursor };
}

export const boardQuery = (filter: LeadFilter) =>
  queryOptions({
    queryKey: [...keys.boards, filter],
    queryFn: async ({ signal, client, queryKey }): Promise<Board> => {
      const before = client.getQueryData<Board>(queryKey);
      const board = await ask('GET', '/leads/pipeline', { query: { ...filter }, signal });
      const columns = await Promise.all(
        board.columns.map((column) =>
          asLongAs(
            before?.columns.find(({ state }) => state === column.state),
            column,
            filter,
            signal,
          ),
        ),
      );
      return { columns };
    },
  });

export interface ListFilter extends LeadFilter {
  state?: LeadState;
  linkId?: string;
  sort?: LeadSort;
}

export const listQuery = (filter: ListFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, filter],
    queryFn: ({ signal, pageParam }) => ask('GET', '/leads', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const leadQuery = (id: string) =>
  queryOptions({
    queryKey: keys.lead(id),
    queryFn: ({ signal }) => ask('GET', '/leads/{id}', { path: { id }, signal }),
  });

export const eventsQuery = (leadId: string) =>
  infiniteQueryOptions({
    queryKey: keys.events(leadId),
    queryFn: ({ signal, pageParam }) =>
      ask('GET', '/leads/{id}/events', { path: { id: leadId }, query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Only those this person may see: the server answers 404 for another's conversation. */
export const messagesQuery = (conversationId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['leads', 'messages', conversationId],
    enabled: conversationId !== null,
    queryFn: ({ signal, pageParam }) =>
      ask('GET', '/conversations/{id}/messages', {
        path: { id: conversationId ?? '' },
        query: { before: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export type Colleague = Schemas['UserView'];

/** Who can hold a lead. */
export const colleaguesQuery = queryOptions({
  queryKey: ['leads', 'colleagues'],
  queryFn: ({ signal }) => ask('GET', '/users', { query: { active: true, limit: 200 }, signal }),
  staleTime: 60_000,
  select: ({ data }) => data.filter(({ roles }) => roles.some((role) => role !== 'marketing')),
});

export type ContactRow = Schemas['ContactRowView'];

export const contactsQuery = (q: string) =>
  queryOptions({
    queryKey: ['leads', 'contacts', q],
    queryFn: ({ signal }) => ask('GET', '/contacts', { query: { q, limit: 20 }, signal }),
  });

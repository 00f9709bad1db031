import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../../app/ask';
import type { Item, ItemKind } from '../model/item';

export const keys = {
  all: ['catalogue'] as const,
  lists: ['catalogue', 'list'] as const,
  item: (sku: string) => ['catalogue', 'one', sku] as const,
};

export interface ItemFilter {
  q?: string;
  category?: string;
  kind?: ItemKind;
  inStock?: boolean;
  status?: 'archived';
}

export const itemsQuery = (filter: ItemFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, filter],
    queryFn: ({ signal, pageParam }) =>
      ask('GET', '/catalogue', { query: { ...filter, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

const MOST = 200;

/** Enough of the shelf to name its categories. */
export const shelfQuery = queryOptions({
  queryKey: ['catalogue', 'shelf'],
  queryFn: ({ signal }) => ask('GET', '/catalogue', { query: { limit: MOST }, signal }),
  staleTime: 5 * 60_000,
});

export const itemQuery = (sku: string) =>
  queryOptions({
    queryKey: keys.item(sku),
    queryFn: ({ signal }) => ask('GET', '/catalogue/{idOrSku}', { path: { idOrSku: sku }, signal }),
  });

/** What can be offered instead: the same category, in stock. */
export const alternativesQuery = ({ id, category, kind }: Item) =>
  queryOptions({
    queryKey: ['catalogue', 'alternatives', id, category],
    queryFn: ({ signal }) => ask('GET', '/catalogue', { query: { category, kind, inStock: true, limit: 7 }, signal }),
    select: ({ data }) => data.filter((item) => item.id !== id).slice(0, 6),
  });

import { queryOptions } from '@tanstack/react-query';
import { request } from './api';

/** What a choice from the catalogue needs of an item. */
export interface ItemName {
  id: string;
  sku: string;
  name: string;
}

const SHOWN = 20;
const FRESH_MS = 5 * 60_000;

/** The best matches of what was typed; the first of the shelf for nothing typed. */
export const itemChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['item-choices', q],
    queryFn: ({ signal }) => request<{ data: ItemName[] }>('GET', '/catalogue', { query: { q, limit: SHOWN }, signal }),
    staleTime: FRESH_MS,
  });

/** The name behind an id of the address bar. */
export const itemNameQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['item-name', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => request<ItemName>('GET', `/catalogue/${id}`, { signal }),
    staleTime: FRESH_MS,
  });

import { queryOptions } from '@tanstack/react-query';
import { ask } from './ask';

const SHOWN = 20;
const FRESH_MS = 5 * 60_000;

/** The best matches of what was typed; the first of the shelf for nothing typed. */
export const itemChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['item-choices', q],
    queryFn: ({ signal }) => ask('GET', '/catalogue', { query: { q, limit: SHOWN }, signal }),
    staleTime: FRESH_MS,
  });

/** The name behind an id of the address bar. */
export const itemNameQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['item-name', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => ask('GET', '/catalogue/{idOrSku}', { path: { idOrSku: id ?? '' }, signal }),
    staleTime: FRESH_MS,
  });

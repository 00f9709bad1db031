import type { Schemas } from '@hilo/api-client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask } from './ask';

export const businessQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => ask('GET', '/settings', { signal }),
  staleTime: 5 * 60_000,
});

/** What the workspace decides for every screen, never taken from the browser; undefined while it is being brought. */
export function useBusiness(): Schemas['BusinessView'] | undefined {
  return useQuery(businessQuery).data?.business;
}

import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from './api';

/** What the workspace decides for every screen: never taken from the browser. */
export interface Business {
  name: string;
  timeZone: string;
  currency: string;
  country: string;
  sandbox: boolean;
  demo: boolean;
}

export const businessQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => request<{ business: Business }>('GET', '/settings', { signal }),
  staleTime: 5 * 60_000,
});

/** The business, or undefined while it is being brought. */
export function useBusiness(): Business | undefined {
  return useQuery(businessQuery).data?.business;
}

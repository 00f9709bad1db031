import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../app/api';
import { keys } from './keys';
import type { BusinessClock, Customer, PhoneThread, Switches } from './phone';

export const customersQuery = queryOptions({
  queryKey: keys.customers,
  queryFn: ({ signal }) =>
    request<{ data: Customer[]; total: number }>('GET', '/simulator/phone/customers', {
      query: { limit: 200 },
      signal,
    }),
});

export const threadQuery = (customerId: string) =>
  queryOptions({
    queryKey: keys.thread(customerId),
    queryFn: ({ signal }) => request<PhoneThread>('GET', `/simulator/phone/customers/${customerId}/thread`, { signal }),
  });

export const switchesQuery = queryOptions({
  queryKey: keys.switches,
  queryFn: ({ signal }) => request<Switches>('GET', '/simulator/control/switches', { signal }),
});

export const clockQuery = queryOptions({
  queryKey: keys.clock,
  queryFn: ({ signal }) => request<BusinessClock>('GET', '/simulator/clock', { signal }),
});

/** Where the bytes of a bubble's file are; null when the business sent no file of its own. */
export function mediaAddress(customerId: string, media: { id: string | null; link: string | null }): string | null {
  return media.id === null ? media.link : `/api/v1/simulator/phone/customers/${customerId}/media/${media.id}`;
}

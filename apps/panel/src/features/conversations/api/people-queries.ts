import type { Schemas } from '@hilo/api-client';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../../app/ask';

export type Colleague = Schemas['UserView'];
export type Team = Schemas['TeamView'];

/** Colleagues and teams, to assign and to mention. Fetched when first wanted. */
export const colleaguesQuery = queryOptions({
  queryKey: ['users', 'active'],
  queryFn: ({ signal }) => ask('GET', '/users', { query: { active: true, limit: 200 }, signal }),
  staleTime: 60_000,
});

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => ask('GET', '/teams', { signal }),
  staleTime: 5 * 60_000,
});

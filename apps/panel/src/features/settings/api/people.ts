import type { Schemas } from '@hilo/api-client';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../../app/ask';
import { settingsKeys } from './keys';

export const ROLES = ['admin', 'supervisor', 'advisor', 'marketing'] as const;
export type Role = (typeof ROLES)[number];

export type User = Schemas['UserView'];

export type Team = Schemas['TeamView'];

export const teamsQuery = queryOptions({
  queryKey: settingsKeys.teams,
  queryFn: ({ signal }) => ask('GET', '/teams', { signal }),
});

/** Those who may be put in a team: the first 200 active people. */
export const peopleQuery = queryOptions({
  queryKey: [...settingsKeys.users, 'choices'],
  queryFn: ({ signal }) => ask('GET', '/users', { query: { active: true, limit: 200 }, signal }),
});

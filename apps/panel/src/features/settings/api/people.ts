import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../app/api';
import { settingsKeys } from './keys';

export const ROLES = ['admin', 'supervisor', 'advisor', 'marketing'] as const;
export type Role = (typeof ROLES)[number];

export interface User {
  id: string;
  name: string;
  email: string | null;
  roles: Role[];
  teams: { id: string; name: string }[];
  presence: string;
  capacity: number;
  active: boolean;
  lastSeenAt: string | null;
  version: number;
}

export interface Team {
  id: string;
  name: string;
  memberIds: string[];
  version: number;
}

export const teamsQuery = queryOptions({
  queryKey: settingsKeys.teams,
  queryFn: ({ signal }) => request<{ data: Team[] }>('GET', '/teams', { signal }),
});

/** Those who may be put in a team: the first 200 active people. */
export const peopleQuery = queryOptions({
  queryKey: [...settingsKeys.users, 'choices'],
  queryFn: ({ signal }) => request<{ data: User[] }>('GET', '/users', { query: { active: true, limit: 200 }, signal }),
});

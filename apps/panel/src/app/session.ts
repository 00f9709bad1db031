import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Language } from '../i18n/language';
import { request } from './api';
import type { Permission } from './permission';
import { sessionEntered } from './session-expiry';
import type { Theme } from './theme';

export type Presence = 'online' | 'away' | 'offline';

export interface Preferences {
  language?: Language | null;
  theme?: Theme;
  sound?: boolean;
  /** Enter sends; otherwise Ctrl+Enter does. */
  enterSends?: boolean;
  /** Single-letter shortcuts, on unless said (WCAG 2.1.4). */
  shortcuts?: boolean;
}

export interface Me {
  id: string;
  name: string;
  email: string;
  roles: string[];
  permissions: Permission[];
  teams: { id: string; name: string }[];
  presence: Presence;
  preferences: Preferences;
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const me = await request<Me>('GET', '/me', { signal });
    sessionEntered();
    return me;
  },
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
});

/** Who is signed in. Only inside the shell, where the route has already brought it. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('useMe is only for screens inside the shell.');
  return data;
}

/** Whether the signed-in person may do it. Hides what would be refused; the server still decides. */
export function useCan(permission: Permission): boolean {
  const { data } = useQuery(meQuery);
  return data?.permissions.includes(permission) ?? false;
}

/** Changes presence or preferences at once and takes it back if the server refuses. */
export function useUpdateMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { presence?: Presence; preferences?: Preferences }) =>
      request<Me>('PATCH', '/me', { body: change }),
    onMutate: (change) => {
      const before = client.getQueryData(meQuery.queryKey);
      if (before) {
        client.setQueryData(meQuery.queryKey, {
          ...before,
          presence: change.presence ?? before.presence,
          preferences: { ...before.preferences, ...change.preferences },
        });
      }
      return { before };
    },
    onError: (_error, _change, kept) => client.setQueryData(meQuery.queryKey, kept?.before),
  });
}

export interface Credentials {
  email: string;
  password: string;
}

export async function signIn(credentials: Credentials): Promise<Me> {
  const { user } = await request<{ user: Me }>('POST', '/auth/sign-in', { body: credentials, signingIn: true });
  sessionEntered();
  return user;
}

export function signOut(): Promise<void> {
  return request('POST', '/auth/sign-out', { signingIn: true });
}

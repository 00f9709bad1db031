import type { BodyOf, Schemas } from '@hilo/api-client';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from './ask';
import type { Permission } from './permission';
import { sessionEntered } from './session-expiry';

export type Me = Schemas['MeView'];
export type Presence = Me['presence'];
export type Preferences = Me['preferences'];

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const me = await ask('GET', '/me', { signal });
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
    mutationFn: (change: BodyOf<'PATCH', '/me'>) => ask('PATCH', '/me', { body: change }),
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

export async function signIn(credentials: BodyOf<'POST', '/auth/sign-in'>): Promise<Me> {
  const { user } = await ask('POST', '/auth/sign-in', { body: credentials, signingIn: true });
  sessionEntered();
  return user;
}

export function signOut(): Promise<undefined> {
  return ask('POST', '/auth/sign-out', { signingIn: true });
}

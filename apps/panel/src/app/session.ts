import type { BodyOf, Schemas } from '@hilo/api-client';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';
import { ask } from './ask';
import { pagePerson } from './page-person';
import type { Permission } from './permission';
import { sessionEntered, sessionLost } from './session-expiry';
import { tellTabs } from './tabs';

export type Me = Schemas['MeView'];
export type Presence = Me['presence'];
export type Preferences = Me['preferences'];
export type PreferencesChange = Schemas['PreferencesChange'];

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    // Not `/me`, whose refusal before every sign-in would stand in the browser's console as an error.
    const { user } = await ask('GET', '/auth/session', { signal });
    if (!user || isStranger(user.id)) {
      sessionLost();
      throw user
        ? new ApiProblem('another_person', 401, 'Somebody else is signed in by now.')
        : new ApiProblem('unauthorized', 401, 'Nobody is signed in.');
    }
    sessionEntered();
    return user;
  },
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
});

/** Whether the cookie is by now that of somebody else than this page was opened for. */
function isStranger(id: string): boolean {
  const person = pagePerson();
  return person !== null && person !== id;
}

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
  tellTabs({ kind: 'entered', personId: user.id });
  return user;
}

export function signOut(): Promise<undefined> {
  return ask('POST', '/auth/sign-out', { signingIn: true });
}

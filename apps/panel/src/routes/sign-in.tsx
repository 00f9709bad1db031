import { createRoute, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyFeature } from '../app/lazy-feature';
import { returnAddress } from '../app/return-address';
import { queryClient } from '../app/runtime';
import { meQuery } from '../app/session';
import { useKnownSearch } from '../app/use-known-search';
import { rootRoute } from './root';

const feature = lazyFeature(() => import('../features/sign-in'), ['auth']);

const readSignInSearch = (search: Record<string, unknown>): { volver?: string } =>
  typeof search['volver'] === 'string' ? { volver: search['volver'] } : {};

function SignIn() {
  const { SignInScreen } = feature.screens();
  const { t } = useTranslation('auth');
  const { volver } = useKnownSearch(readSignInSearch);
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${t('title')} · Hilo`;
  }, [t]);
  return (
    <SignInScreen
      onSignedIn={(me) => {
        queryClient.setQueryData(meQuery.queryKey, me);
        void navigate({ href: returnAddress(volver), replace: true });
      }}
    />
  );
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entrar',
  validateSearch: readSignInSearch,
  loader: feature.load,
  component: SignIn,
});

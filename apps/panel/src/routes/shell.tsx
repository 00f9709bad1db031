import { createRoute, redirect } from '@tanstack/react-router';
import { ApiProblem } from '../app/api-problem';
import { enterPanel, queryClient } from '../app/runtime';
import { meQuery } from '../app/session';
import { NotFound } from '../app/shell/message-screens';
import { allowedItems } from '../app/shell/nav-items';
import { Shell } from '../app/shell/shell';
import { rootRoute } from './root';

export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    await enterPanel().catch((error: unknown) => {
      if (error instanceof ApiProblem && error.status === 401)
        throw redirect({ to: '/entrar', search: { volver: location.href } });
      throw error;
    });
  },
  component: Shell,
});

export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: async () => {
    const me = await queryClient.ensureQueryData(meQuery);
    throw redirect({ to: allowedItems(me.permissions, true)[0]?.to ?? '/ajustes', replace: true });
  },
});

export const notFoundRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFound });

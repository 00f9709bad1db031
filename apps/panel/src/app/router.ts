import { createRouter } from '@tanstack/react-router';
import { routeTree } from '../routes/route-tree';
import { FailedScreen } from './shell/failed-screen';
import { NotFound } from './shell/message-screens';
import { PendingScreen } from './shell/pending-screen';

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 150,
  defaultPendingComponent: PendingScreen,
  defaultErrorComponent: FailedScreen,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

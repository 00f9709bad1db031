import { Outlet, createRootRouteWithContext } from '@tanstack/react-router';
import { FailedScreen } from '../app/shell/failed-screen';
import type { NavId } from '../app/shell/nav-items';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Names the screen in the document's title: a key of `nav`. */
    title?: NavId;
  }
}

export const rootRoute = createRootRouteWithContext()({ component: Outlet, errorComponent: FailedScreen });

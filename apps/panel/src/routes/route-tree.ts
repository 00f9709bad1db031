import { catalogueRoute, itemRoute } from './catalogue';
import { conversationRoute, conversationsRoute } from './conversations';
import { galleryRoute } from './gallery';
import { leadRoute, leadsRoute } from './leads';
import { linkRoute, linksRoute, newLinkRoute } from './links';
import { rootRoute } from './root';
import { settingsRoute, settingsSectionRoute } from './settings';
import { homeRoute, notFoundRoute, shellRoute } from './shell';
import { signInRoute } from './sign-in';
import { simulatorRoute } from './simulator';

export const routeTree = rootRoute.addChildren([
  signInRoute,
  galleryRoute,
  shellRoute.addChildren([
    homeRoute,
    conversationsRoute.addChildren([conversationRoute]),
    leadsRoute,
    leadRoute,
    linksRoute,
    newLinkRoute,
    linkRoute,
    catalogueRoute,
    itemRoute,
    simulatorRoute,
    settingsRoute,
    settingsSectionRoute,
    notFoundRoute,
  ]),
]);

import { createRoute, redirect } from '@tanstack/react-router';
import { lazyFeature } from '../app/lazy-feature';
import { shellRoute } from './shell';

const feature = lazyFeature(() => import('../features/settings'), ['settings']);

export const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ajustes',
  staticData: { title: 'settings' },
  beforeLoad: () => {
    throw redirect({ to: '/ajustes/$section', params: { section: 'perfil' }, replace: true });
  },
});

/** The feature gates each section by itself: everybody has a profile. */
function Settings() {
  const { SettingsScreen } = feature.screens();
  return <SettingsScreen section={settingsSectionRoute.useParams().section} />;
}

export const settingsSectionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ajustes/$section',
  staticData: { title: 'settings' },
  loader: feature.load,
  component: Settings,
});

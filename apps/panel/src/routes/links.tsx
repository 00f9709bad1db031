import { createRoute } from '@tanstack/react-router';
import { lazyFeature } from '../app/lazy-feature';
import { Gate } from '../app/shell/gate';
import { useKnownSearch } from '../app/use-known-search';
import { readLinkSearch } from '../features/links/search';
import { shellRoute } from './shell';

const feature = lazyFeature(() => import('../features/links'), ['links']);
const common = { getParentRoute: () => shellRoute, staticData: { title: 'links' }, loader: feature.load } as const;

function Links() {
  const { LinksScreen } = feature.screens();
  return (
    <Gate permission="links:read">
      <LinksScreen search={useKnownSearch(readLinkSearch)} />
    </Gate>
  );
}

function NewLink() {
  const { NewLinkScreen } = feature.screens();
  return (
    <Gate permission="links:write">
      <NewLinkScreen />
    </Gate>
  );
}

function Link() {
  const { LinkScreen } = feature.screens();
  return (
    <Gate permission="links:read">
      <LinkScreen linkId={linkRoute.useParams().id} />
    </Gate>
  );
}

export const linksRoute = createRoute({
  ...common,
  path: '/enlaces',
  validateSearch: readLinkSearch,
  component: Links,
});
export const newLinkRoute = createRoute({ ...common, path: '/enlaces/nuevo', component: NewLink });
export const linkRoute = createRoute({ ...common, path: '/enlaces/$id', component: Link });

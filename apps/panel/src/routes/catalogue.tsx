import { createRoute } from '@tanstack/react-router';
import { lazyFeature } from '../app/lazy-feature';
import { Gate } from '../app/shell/gate';
import { useKnownSearch } from '../app/use-known-search';
import { readCatalogueSearch } from '../features/catalogue/search';
import { shellRoute } from './shell';

const feature = lazyFeature(() => import('../features/catalogue'), ['catalogue']);
const common = { getParentRoute: () => shellRoute, staticData: { title: 'catalogue' }, loader: feature.load } as const;

function Catalogue() {
  const { CatalogueScreen } = feature.screens();
  return (
    <Gate permission="catalogue:read">
      <CatalogueScreen search={useKnownSearch(readCatalogueSearch)} />
    </Gate>
  );
}

function Item() {
  const { ItemScreen } = feature.screens();
  return (
    <Gate permission="catalogue:read">
      <ItemScreen sku={itemRoute.useParams().sku} />
    </Gate>
  );
}

export const catalogueRoute = createRoute({
  ...common,
  path: '/catalogo',
  validateSearch: readCatalogueSearch,
  component: Catalogue,
});
export const itemRoute = createRoute({ ...common, path: '/catalogo/$sku', component: Item });

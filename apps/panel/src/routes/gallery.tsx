import { createRoute } from '@tanstack/react-router';
import { lazyFeature } from '../app/lazy-feature';
import { rootRoute } from './root';

const feature = lazyFeature(() => import('../features/gallery'), ['gallery']);

export const galleryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/_ui',
  loader: feature.load,
  component: () => {
    const { GalleryScreen } = feature.screens();
    return <GalleryScreen />;
  },
});

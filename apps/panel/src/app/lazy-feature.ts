import { loadNamespaces } from '../i18n/i18n';
import type { Namespace } from '../i18n/namespaces';

export interface LazyFeature<M> {
  /** Brings code and words together; a route's loader, so that hovering a link already does it. */
  load: () => Promise<void>;
  /** The feature's exports. Only after `load`, which the router guarantees. */
  screens: () => M;
}

/** A feature that is fetched when first opened. */
export function lazyFeature<M>(bring: () => Promise<M>, namespaces: readonly Namespace[]): LazyFeature<M> {
  let brought: M | undefined;
  return {
    load: async () => {
      const [feature] = await Promise.all([brought ?? bring(), loadNamespaces(namespaces)]);
      brought = feature;
    },
    screens: () => {
      if (brought === undefined) throw new Error('A feature was drawn before its route loaded it.');
      return brought;
    },
  };
}

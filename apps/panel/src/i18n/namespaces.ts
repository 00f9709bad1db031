/** One JSON file for each of these in every language folder. A feature owns the one with its name. */
export const NAMESPACES = [
  'shell',
  'ui',
  'errors',
  'auth',
  'gallery',
  'conversations',
  'leads',
  'links',
  'catalogue',
  'simulator',
  'settings',
] as const;

export type Namespace = (typeof NAMESPACES)[number];

/** Needed before anything is drawn. */
export const FIRST_NAMESPACES: readonly Namespace[] = ['shell', 'ui', 'errors'];

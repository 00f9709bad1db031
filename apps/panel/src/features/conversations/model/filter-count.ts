import type { ConversationSearch } from '../search';

/** What the filter panel sets, in its order. Tabs, search and mode are not filters of it. */
export const FILTER_NAMES = [
  'estado',
  'prioridad',
  'noleidas',
  'asesor',
  'etiqueta',
  'canal',
  'fuente',
  'orden',
] as const satisfies readonly (keyof ConversationSearch)[];

export const filterCount = (search: ConversationSearch): number =>
  FILTER_NAMES.filter((name) => search[name] !== undefined).length;

/** The address without any of them. */
export const noFilters = (): Partial<ConversationSearch> =>
  Object.fromEntries([...FILTER_NAMES, 'q'].map((name) => [name, undefined]));

import type { Schemas } from '@hilo/api-client';

export const ITEM_KINDS = ['product', 'property', 'service'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export type AttributeValue = string | number | boolean | null;

/** Something the business offers, as `GET /catalogue` gives it. */
export type Item = Schemas['ItemView'];

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

const FEW = 3;

/** What to say of the stock: nothing to count, none, few, or how many. */
export function stockLevel(stock: number | null): 'uncounted' | 'none' | 'few' | 'enough' {
  if (stock === null) return 'uncounted';
  if (stock === 0) return 'none';
  return stock <= FEW ? 'few' : 'enough';
}

/** The categories in use, each once, in order. */
export const categoriesOf = (items: readonly Item[], language: string): string[] =>
  [...new Set(items.map(({ category }) => category))].sort((a, b) => a.localeCompare(b, language));

/** The cover. Our own host shows it, wherever the business keeps it. */
export const photoOf = (item: Pick<Item, 'photos'>): string | null => item.photos[0] ?? null;

import type { CatalogueItem } from '../ground/catalogue-item.js';
import { isAvailable } from '../ground/catalogue-item.js';
import type { IndexedItem, ItemIndex } from '../understand/link-items/item-index.js';

/** Items that can be had instead of another, nearest first: same category, then brand, shared attributes and price. */
export function alternativesTo(index: ItemIndex, sku: string, limit = 3): CatalogueItem[] {
  const wanted = index.items.find((entry) => entry.item.sku === sku);
  if (!wanted) return [];
  return index.items
    .filter((entry) => entry.item.sku !== sku && isAvailable(entry.item) && isSameKind(entry, wanted))
    .map((entry) => ({ item: entry.item, distance: distance(entry, wanted) }))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, limit)
    .map((one) => one.item);
}

function isSameKind(entry: IndexedItem, wanted: IndexedItem): boolean {
  if (entry.item.category !== null && entry.item.category === wanted.item.category) return true;
  return entry.concepts[0] !== undefined && entry.concepts[0] === wanted.concepts[0];
}

function distance(entry: IndexedItem, wanted: IndexedItem): number {
  const brand = entry.item.brand !== null && entry.item.brand === wanted.item.brand ? 0 : 0.5;
  const shared = [...wanted.attributes].filter(([kind, values]) =>
    [...values].some((value) => entry.attributes.get(kind)?.has(value) === true),
  ).length;
  const words = [...wanted.terms].filter((term) => entry.terms.has(term)).length / Math.max(1, wanted.terms.size);
  const price = Math.abs(Math.log(Math.max(0.01, entry.item.priceRetail) / Math.max(0.01, wanted.item.priceRetail)));
  return brand + price - shared * 0.3 - words * 0.6;
}

import type { Money } from '@hilo/money';

export const ITEM_KINDS = ['product', 'property', 'service'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const ENTRY_STATUSES = ['active', 'archived'] as const;
export type EntryStatus = (typeof ENTRY_STATUSES)[number];

export type ItemAttributes = Record<string, string | number | boolean | null>;

/** Something the business offers. Prices are as they are at this moment; `stock` null is not counted. */
export interface Item {
  id: string;
  kind: ItemKind;
  sku: string;
  name: string;
  brand: string | null;
  category: string;
  attributes: ItemAttributes;
  description: string;
  priceRetail: Money;
  priceWholesale: Money | null;
  stock: number | null;
  images: string[];
  url: string | null;
  status: EntryStatus;
  version: number;
}

export interface FaqEntry {
  id: string;
  question: string;
  answer: string;
  tags: string[];
  status: EntryStatus;
  version: number;
}

export const inStock = (item: Pick<Item, 'stock'>): boolean => item.stock === null || item.stock > 0;

/** SKUs are compared without regard to case. */
export const normalSku = (sku: string): string => sku.trim().toUpperCase();

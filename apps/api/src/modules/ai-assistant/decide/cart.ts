import type { CatalogueItem } from '../ground/catalogue-item.js';

export interface CartLine {
  readonly sku: string;
  readonly quantity: number;
}

/** A line of a quote; `unitPrice` and `total` in major units of `currency`. */
export interface QuoteLine {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly total: number;
}

export interface Quote {
  readonly lines: readonly QuoteLine[];
  readonly total: number;
  readonly currency: string;
}

/** The price of one unit in a line of so many: wholesale from the shop's minimum on, else retail. */
export function unitPrice(item: CatalogueItem, quantity: number, wholesaleMinQty: number | null): number {
  const wholesale = item.priceWholesale !== null && wholesaleMinQty !== null && quantity >= wholesaleMinQty;
  return wholesale && item.priceWholesale !== null ? item.priceWholesale : item.priceRetail;
}

/** The quote for what is in the cart; null when it is empty, or holds what is not sold any more or not in that number. */
export function quoteFor(
  cart: readonly CartLine[],
  bySku: ReadonlyMap<string, CatalogueItem>,
  wholesaleMinQty: number | null,
): Quote | null {
  const lines: QuoteLine[] = [];
  for (const { sku, quantity } of cart) {
    const item = bySku.get(sku);
    if (!item || (item.stock !== null && item.stock < quantity)) continue;
    const price = unitPrice(item, quantity, wholesaleMinQty);
    lines.push({ sku, name: item.name, quantity, unitPrice: price, total: cents(price * quantity) });
  }
  const currency = bySku.get(lines[0]?.sku ?? '')?.currency;
  return currency === undefined
    ? null
    : { lines, total: cents(lines.reduce((sum, line) => sum + line.total, 0)), currency };
}

/** How the customer changes what he takes. */
export type CartChange =
  | { readonly kind: 'take'; readonly skus: readonly string[]; readonly quantity: number | null }
  | { readonly kind: 'add'; readonly skus: readonly string[]; readonly quantity: number | null }
  | { readonly kind: 'replace'; readonly skus: readonly string[]; readonly quantity: number | null }
  | { readonly kind: 'remove'; readonly skus: readonly string[] }
  | { readonly kind: 'quantity'; readonly quantity: number };

/** Applies a change. "take" replaces what is of the same category, and keeps the rest. */
export function changeCart(
  cart: readonly CartLine[],
  change: CartChange,
  bySku: ReadonlyMap<string, CatalogueItem>,
): CartLine[] {
  if (change.kind === 'quantity')
    return cart.map((line, at) => (at === cart.length - 1 ? { ...line, quantity: change.quantity } : line));
  if (change.kind === 'remove') return cart.filter((line) => !change.skus.includes(line.sku));
  const categories = new Set(change.skus.map((sku) => bySku.get(sku)?.category));
  const kept = cart.filter((line) => {
    if (change.skus.includes(line.sku)) return false;
    if (change.kind === 'replace') return cart.length > 1 && !categories.has(bySku.get(line.sku)?.category);
    return change.kind === 'add' || !categories.has(bySku.get(line.sku)?.category);
  });
  const had = new Map(cart.map((line) => [line.sku, line.quantity]));
  const replaced = change.kind === 'replace' && cart.length === 1 ? cart[0]?.quantity : undefined;
  return [...kept, ...change.skus.map((sku) => ({ sku, quantity: change.quantity ?? had.get(sku) ?? replaced ?? 1 }))];
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

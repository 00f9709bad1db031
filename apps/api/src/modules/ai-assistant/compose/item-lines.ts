import type { Quote } from '../decide/cart.js';
import { unitPrice } from '../decide/cart.js';
import type { CatalogueItem } from '../ground/catalogue-item.js';
import { isAvailable } from '../ground/catalogue-item.js';
import type { ShopFacts, Voice } from '../ground/shop-facts.js';
import { moneyWords } from './money-format.js';
import { phrase } from './phrases.js';

/** One line an item: its name, price and that it can be had; counts stand on lines of their own, so that no line reads as another item's name. */
export function itemLine(voice: Voice, shop: ShopFacts, item: CatalogueItem): string {
  if (!isAvailable(item)) return phrase(voice, 'sold_out', { item: item.name });
  return `- ${item.name}: ${moneyWords(item.priceRetail, item.currency, shop.country)} (${phrase(voice, 'available')})`;
}

/** "Quedan 3 unidades."; nothing when stock is not counted or everything is gone. */
export function stockLine(voice: Voice, item: CatalogueItem): string[] {
  if (item.stock === null || item.stock <= 0) return [];
  return [item.stock === 1 ? phrase(voice, 'unit') : phrase(voice, 'units', { count: item.stock })];
}

/** The wholesale price, where the shop has one for the item. */
export function wholesaleLine(voice: Voice, shop: ShopFacts, item: CatalogueItem): string[] {
  if (item.priceWholesale === null || shop.wholesaleMinQty === null) return [];
  return [
    phrase(voice, 'wholesale', {
      min: shop.wholesaleMinQty,
      price: moneyWords(item.priceWholesale, item.currency, shop.country),
    }),
  ];
}

/** "5 x Silla: $760 ($152 cada una)." */
export function totalLine(voice: Voice, shop: ShopFacts, item: CatalogueItem, quantity: number): string {
  const price = unitPrice(item, quantity, shop.wholesaleMinQty);
  return phrase(voice, 'line_total', {
    quantity,
    item: item.name,
    total: moneyWords(price * quantity, item.currency, shop.country),
    price: moneyWords(price, item.currency, shop.country),
  });
}

/** The quote: a heading, a line each, the total. */
export function quoteLines(voice: Voice, shop: ShopFacts, quote: Quote): string[] {
  const lines = quote.lines.map(
    (line) => `- ${line.quantity} x ${line.name}: ${moneyWords(line.unitPrice, quote.currency, shop.country)}`,
  );
  return [
    phrase(voice, 'quote'),
    ...lines,
    phrase(voice, 'quote_total', { total: moneyWords(quote.total, quote.currency, shop.country) }),
  ];
}

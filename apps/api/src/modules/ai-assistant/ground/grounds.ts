import { unitPrice } from '../decide/cart.js';
import type { Decision, Topic } from '../decide/decision.js';
import type { CatalogueItem } from './catalogue-item.js';
import type { ShopFacts } from './shop-facts.js';

/** What a reply may rest on: the rows it was given, with their versions, and what follows from them. */
export interface Grounds {
  readonly items: readonly CatalogueItem[];
  readonly shop: ShopFacts;
  /** Sums of money that follow from the rows: line totals and the quote's total. */
  readonly totals: readonly number[];
  readonly quantities: readonly number[];
  /** The customer's own words, this message and those before. */
  readonly customerTexts: readonly string[];
  /** Every item of the shop that cannot be had, so that none is offered. */
  readonly soldOut: readonly CatalogueItem[];
}

/** The rows that a decision speaks of, and the sums that follow from them. */
export function groundsOf(
  items: ReadonlyMap<string, CatalogueItem>,
  soldOut: readonly CatalogueItem[],
  shop: ShopFacts,
  decision: Decision,
  customerTexts: readonly string[],
): Grounds {
  const skus = new Set(decision.topics.flatMap(skusOf));
  const rows = [...skus].flatMap((sku) => items.get(sku) ?? []);
  const totals: number[] = [];
  const quantities: number[] = [];
  for (const topic of decision.topics) {
    if (topic.kind === 'quote') totals.push(topic.quote.total, ...topic.quote.lines.map((line) => line.unitPrice));
    if (topic.kind === 'quote') quantities.push(...topic.quote.lines.map((line) => line.quantity));
    if (topic.kind === 'not_enough') quantities.push(topic.asked);
    const item = topic.kind === 'line_total' ? items.get(topic.sku) : undefined;
    if (topic.kind !== 'line_total' || !item) continue;
    quantities.push(topic.quantity);
    totals.push(Math.round(unitPrice(item, topic.quantity, shop.wholesaleMinQty) * topic.quantity * 100) / 100);
  }
  return { items: rows, shop, totals, quantities, customerTexts, soldOut };
}

function skusOf(topic: Topic): readonly string[] {
  switch (topic.kind) {
    case 'items':
    case 'features':
    case 'discount':
      return topic.skus;
    case 'sold_out':
      return [topic.sku, ...topic.alternatives];
    case 'not_sold':
      return topic.alternatives;
    case 'line_total':
    case 'not_enough':
      return [topic.sku];
    case 'quote':
      return topic.quote.lines.map((line) => line.sku);
    default:
      return [];
  }
}

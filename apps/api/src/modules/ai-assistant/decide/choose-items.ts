import type { CatalogueItem } from '../ground/catalogue-item.js';
import { isAvailable } from '../ground/catalogue-item.js';
import type { ItemIndex } from '../understand/link-items/item-index.js';
import type { Understanding } from '../understand/understand-message.js';
import type { CartLine } from './cart.js';
import type { Focus } from './resolve-focus.js';

export interface Chosen {
  /** One line an item that the customer has settled on and that can be had in that number. */
  readonly lines: readonly CartLine[];
  readonly soldOut: readonly CatalogueItem[];
  readonly notEnough: readonly { readonly item: CatalogueItem; readonly asked: number }[];
  /** Several items fit what was said of one thing: the customer has to choose. */
  readonly open: readonly string[];
}

/** How many: said in this message, or carried from one before, which a lack of stock then silently undoes. */
export interface Wanted {
  readonly count: number | null;
  readonly carried: boolean;
}

/** Settles each thing that the message speaks of on an item, where the words leave one. */
export function chooseItems(index: ItemIndex, read: Understanding, focus: Focus, quantity: Wanted): Chosen {
  const groups =
    focus.each === true ? focus.skus.map((sku) => ({ skus: [sku], quantity: 1 })) : groupsOf(index, read, focus);
  const lines: CartLine[] = [];
  const soldOut: CatalogueItem[] = [];
  const notEnough: { item: CatalogueItem; asked: number }[] = [];
  const open: string[] = [];
  for (const group of groups) {
    const items = group.skus.flatMap((sku) => index.bySku.get(sku) ?? []);
    const available = items.filter(isAvailable);
    const item = available.length === 1 || (groups.length > 1 && items.length === 1) ? available[0] : undefined;
    const enough = item?.stock === undefined || item.stock === null || item.stock >= (quantity.count ?? 1);
    const count = group.quantity ?? (quantity.carried && !enough ? 1 : (quantity.count ?? 1));
    if (available.length === 0) soldOut.push(...items.slice(0, 1));
    else if (!item) open.push(...available.map((one) => one.sku));
    else if (item.stock !== null && item.stock < count) notEnough.push({ item, asked: count });
    else lines.push({ sku: item.sku, quantity: count });
  }
  return { lines, soldOut, notEnough, open };
}

interface Group {
  readonly skus: readonly string[];
  readonly quantity: number | null;
}

/** One group a mention when the message names several things; else what is in focus. */
function groupsOf(index: ItemIndex, read: Understanding, focus: Focus): Group[] {
  const mentions = read.linked.mentions.filter(
    (mention) => !mention.negated && !mention.absent && !mention.approximate && mention.items.length > 0,
  );
  if (mentions.length < 2) return focus.skus.length === 0 ? [] : [{ skus: focus.skus, quantity: null }];
  const seen = new Set<string>();
  return mentions.flatMap((mention) => {
    const skus = mention.items.map((item) => item.sku).filter((sku) => index.bySku.has(sku));
    const key = skus.join();
    if (seen.has(key)) return [];
    seen.add(key);
    const before = read.message.tokens[mention.from - 1];
    const own = before?.number ?? (/^(?:un|una|um|uma|a|one|el|la)$/.test(before?.norm ?? '') ? 1 : null);
    return [{ skus, quantity: own }];
  });
}

import { readFileSync } from 'node:fs';

import { catalogueFile } from '../evaluation/evaluation-files.js';
import type { CatalogueItem } from '../ground/catalogue-item.js';
import type { ShopFacts } from '../ground/shop-facts.js';
import type { ItemIndex } from '../understand/link-items/item-index.js';
import { buildItemIndex } from '../understand/link-items/item-index.js';

export interface TestShop {
  readonly shop: ShopFacts;
  readonly items: readonly CatalogueItem[];
  readonly index: ItemIndex;
}

/** A shop of the evaluation set: "cel" (phones, AR), "mue" (furniture, EC) or "sus" (subscriptions). */
export function buildShop(id: 'cel' | 'mue' | 'sus'): TestShop {
  const file = new URL('../evaluation/dev-set/catalogue.json', import.meta.url);
  const { shops, products } = catalogueFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const shop = shops.find((one) => one.id === id);
  if (!shop) throw new Error(`no shop ${id}`);
  const items = products
    .filter((product) => product.shop === id)
    .map(({ shop: _, ...product }) => ({ ...product, id: product.sku }));
  return { shop, items, index: buildItemIndex(items) };
}

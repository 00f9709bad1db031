import type { CatalogueItem } from './ground/catalogue-item.js';
import type { ShopFacts } from './ground/shop-facts.js';
import type { ItemIndex } from './understand/link-items/item-index.js';

/** Where the assistant finds what is sold; a shop's catalogue as it is now. */
export interface CatalogueSearch {
  /** The items to read a message against. A large catalogue may give only those near the text. */
  index(text: string): Promise<ItemIndex>;
  /** Rows as they are at this moment, by SKU. */
  current(skus: readonly string[]): Promise<readonly CatalogueItem[]>;
}

/** Where it learns what the business says of itself. */
export interface ShopSource {
  facts(): Promise<ShopFacts>;
}

/** Who owns the conversation; asked again just before sending. */
export interface ConversationOwner {
  owner(): Promise<'assistant' | 'person' | 'nobody'>;
}

import type { Turn } from '../answer-turn.js';
import type { ShopFacts } from '../ground/shop-facts.js';
import type { ItemIndex } from '../understand/link-items/item-index.js';
import type { CatalogueFile } from './evaluation-files.js';

/** A business of the evaluation, answered for by whatever is judged. */
export interface ShopUnderTest {
  /** What may be said: the whole catalogue and what the shop says of itself. */
  current(): Promise<{ index: ItemIndex; facts: ShopFacts }>;
  /** Answers one message, as the first of a new conversation; nothing is kept. */
  answer(text: string): Promise<Turn>;
  /** Begins a conversation that remembers. */
  begin(): Promise<DialogueUnderTest>;
  /** The SKU as the file writes it. */
  skuOf(sku: string): string;
}

export interface DialogueUnderTest {
  say(text: string): Promise<Turn>;
}

export type FileShop = CatalogueFile['shops'][number];
export type FileProduct = CatalogueFile['products'][number];

/** Makes a business of its own for one shop of the file. */
export type OpenShop = (shop: FileShop, products: readonly FileProduct[]) => Promise<ShopUnderTest>;

import type { CatalogueItem } from '../../ground/catalogue-item.js';
import { readMessage } from '../read-message.js';
import { attributeMentions } from './attribute-mentions.js';
import { BRAND_PHRASES, CONCEPT_PHRASES, withParents } from './concepts.js';
import type { ItemAttributes } from './item-attributes.js';
import { itemAttributes } from './item-attributes.js';
import { JOINING_WORDS } from './phrase-table.js';
import { stem } from './stem.js';
import { VARIANT_WORDS } from './variant-words.js';

export interface IndexedItem {
  readonly item: CatalogueItem;
  /** Stemmed words of name, brand and category, and brands' real names. */
  readonly terms: ReadonlySet<string>;
  /** Kinds of thing, with their parents; the first is what the item itself is. */
  readonly concepts: readonly string[];
  readonly variants: ReadonlySet<string>;
  readonly attributes: ItemAttributes;
  readonly position: number;
}

/** A shop's items, ready to be found in a sentence. Immutable; rebuild it when an item changes. */
export interface ItemIndex {
  readonly items: readonly IndexedItem[];
  readonly bySku: ReadonlyMap<string, CatalogueItem>;
  /** How telling a term or `concept:<id>` is; absent when no item bears it. */
  readonly weight: ReadonlyMap<string, number>;
}

/** Builds the index: O(words of the catalogue). */
export function buildItemIndex(items: readonly CatalogueItem[]): ItemIndex {
  const indexed = items.map(indexItem);
  const counts = new Map<string, number>();
  for (const entry of indexed) {
    for (const key of [...entry.terms, ...entry.concepts.map((concept) => `concept:${concept}`)])
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const weight = new Map([...counts].map(([key, count]) => [key, Math.log(1 + indexed.length / count)] as const));
  return { items: indexed, bySku: new Map(items.map((item) => [item.sku, item])), weight };
}

function indexItem(item: CatalogueItem, position: number): IndexedItem {
  const terms = new Set<string>();
  const variants = new Set<string>();
  const concepts: string[] = [];
  for (const text of [item.category ?? '', item.name]) addConcepts(text, concepts);
  for (const text of [item.name, item.brand ?? '', item.category ?? '']) addTerms(text, terms);
  const nameWords = readMessage(item.name).tokens.map((token) => token.norm);
  for (const word of nameWords) if (VARIANT_WORDS.has(word)) variants.add(word);
  if (nameWords.length > 0 && variants.has(nameWords[0] ?? '')) variants.delete(nameWords[0] ?? '');
  return {
    item,
    terms,
    concepts: [...new Set(concepts.flatMap(withParents))],
    variants,
    attributes: itemAttributes(item),
    position,
  };
}

function addConcepts(text: string, concepts: string[]): void {
  const words = readMessage(text).tokens.map((token) => token.norm);
  for (const hit of CONCEPT_PHRASES.find(words)) concepts.push(hit.value);
}

function addTerms(text: string, terms: Set<string>): void {
  const { tokens } = readMessage(text);
  const words = tokens.map((token) => token.norm);
  const taken = new Set(
    attributeMentions(tokens)
      .filter((mention) => mention.kind !== 'inches' && mention.kind !== 'power')
      .flatMap((mention) => range(mention.from, mention.to)),
  );
  words.forEach((word, index) => {
    if (taken.has(index) || JOINING_WORDS.has(word)) return;
    terms.add(stem(word));
    const next = words[index + 1];
    if (next !== undefined && !taken.has(index + 1) && /\d/.test(word + next) && word.length + next.length <= 12)
      terms.add(word + next);
  });
  for (const hit of BRAND_PHRASES.find(words)) terms.add(hit.value);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

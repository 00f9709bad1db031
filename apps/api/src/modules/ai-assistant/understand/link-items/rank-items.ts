import type { CatalogueItem } from '../../ground/catalogue-item.js';
import { isAccessory } from './concepts.js';
import { agrees } from './item-attributes.js';
import type { IndexedItem, ItemIndex } from './item-index.js';
import type { Mention } from './find-mentions.js';
import type { QueryTerm } from './query-terms.js';
import { PLAIN_WORDS } from './variant-words.js';

export interface RankedItem {
  readonly item: CatalogueItem;
  /** Share of what was said that the item bears, less what it bears unsaid; higher is better, at most 1. */
  readonly score: number;
}

const KIND_WEIGHT: Record<QueryTerm['kind'], number> = {
  concept: 1.2,
  brand: 1,
  model: 1.8,
  variant: 1,
  word: 1,
  number: 1.3,
};
const UNKNOWN_WEIGHT: Partial<Record<QueryTerm['kind'], number>> = {
  model: 3,
  number: 2,
  brand: 2.5,
  concept: 1.5,
  variant: 0.8,
};
const ATTRIBUTE_WEIGHT = 1.6;

/** Items that bear at least one telling word of the mention, best first. */
export function rankItems(
  index: ItemIndex,
  mention: Pick<Mention, 'terms' | 'attributes'>,
  plain = false,
): RankedItem[] {
  const wantsAccessory = mention.terms.some(
    (term) => term.kind === 'concept' && isAccessory(term.key.slice('concept:'.length)),
  );
  const head = mention.terms.find((term) => term.kind === 'concept');
  const ranked: (RankedItem & { position: number })[] = [];
  for (const entry of index.items) {
    const score = scoreItem(index, entry, mention, head);
    if (score === null) continue;
    const unsaid = [...entry.variants].filter((variant) => !mention.terms.some((term) => term.key === variant)).length;
    const accessory = !wantsAccessory && isAccessory(entry.concepts[0] ?? '') ? 0.35 : 0;
    ranked.push({
      item: entry.item,
      score: score - unsaid * (plain ? 0.15 : 0.05) - accessory,
      position: entry.position,
    });
  }
  ranked.sort((one, other) => other.score - one.score || one.position - other.position);
  return ranked.map(({ item, score }) => ({ item, score }));
}

/** Whether the words ask for the plain version ("el común", "normal"). */
export function asksForPlain(words: readonly string[]): boolean {
  return words.some((word) => PLAIN_WORDS.has(word));
}

function scoreItem(
  index: ItemIndex,
  entry: IndexedItem,
  mention: Pick<Mention, 'terms' | 'attributes'>,
  head: QueryTerm | undefined,
): number | null {
  let total = 0;
  let matched = 0;
  let anchored = false;
  for (const term of mention.terms) {
    const weight = weigh(index, term, head);
    total += weight;
    if (!term.known || !bears(entry, term)) continue;
    matched += weight * term.likeness;
    anchored ||= term.kind !== 'variant';
  }
  if (!anchored) return null;
  for (const asked of mention.attributes) {
    const agreed = agrees(entry.attributes, asked);
    const alreadyTerm =
      asked.kind === 'capacity' && mention.terms.some((term) => term.from === asked.from && term.known);
    if (alreadyTerm) continue;
    total += agreed === null ? ATTRIBUTE_WEIGHT * 0.3 : ATTRIBUTE_WEIGHT;
    if (agreed === true) matched += ATTRIBUTE_WEIGHT;
  }
  return total === 0 ? null : matched / total;
}

function weigh(index: ItemIndex, term: QueryTerm, head: QueryTerm | undefined): number {
  if (!term.known) return UNKNOWN_WEIGHT[term.kind] ?? 0;
  const weight = (index.weight.get(term.key) ?? 0) * KIND_WEIGHT[term.kind];
  return term.kind === 'concept' && term !== head ? weight * 0.3 : weight;
}

function bears(entry: IndexedItem, term: QueryTerm): boolean {
  return term.kind === 'concept' || term.key.startsWith('concept:')
    ? entry.concepts.includes(term.key.slice('concept:'.length))
    : entry.terms.has(term.key);
}

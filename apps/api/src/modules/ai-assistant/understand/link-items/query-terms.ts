import { FIRST_NAMES } from '../slots/first-names.js';
import type { Token } from '../text/tokens.js';
import { COLOR_PHRASES } from './color-words.js';
import { COMMON_WORDS } from './common-words.js';
import { BRAND_PHRASES, CONCEPT_PHRASES, withParents } from './concepts.js';
import { likeness } from './edit-distance.js';
import type { ItemIndex } from './item-index.js';
import { JOINING_WORDS } from './phrase-table.js';
import { stem } from './stem.js';
import { AMBIGUOUS_WORDS, VARIANT_WORDS } from './variant-words.js';

/** A word or phrase of the message that may name an item. `key` is an index key; `known` tells whether any item bears it. */
export interface QueryTerm {
  readonly key: string;
  readonly kind: 'concept' | 'brand' | 'model' | 'variant' | 'word' | 'number';
  readonly from: number;
  readonly to: number;
  /** 1 for an exact match, less for a typing error. */
  readonly likeness: number;
  readonly known: boolean;
}

const MODEL = /^(?:[a-z]{1,4}\d{1,4}[a-z]?|\d{1,3}[a-z])$/;

/** Reads the tokens as index terms. `strict` wants an article or a neighbour before it believes everyday words ("poco", "max"). */
export function queryTerms(index: ItemIndex, tokens: readonly Token[], strict: boolean): QueryTerm[] {
  const words = tokens.map((token) => token.norm);
  const terms: QueryTerm[] = [];
  for (const hit of CONCEPT_PHRASES.find(words)) terms.push(conceptTerm(index, hit.value, hit.from, hit.to));
  const inConcept = new Set(terms.filter((term) => term.known).flatMap((term) => span(term)));
  for (const hit of BRAND_PHRASES.find(words)) {
    const known = index.weight.has(hit.value);
    if (known || BRAND_PHRASES.has(words[hit.from] ?? ''))
      terms.push({ key: hit.value, kind: 'brand', from: hit.from, to: hit.to, likeness: 1, known });
  }
  const branded = new Set(terms.filter((term) => term.kind === 'brand').flatMap(span));
  for (let at = 0; at < words.length; at++) {
    if (branded.has(at)) continue;
    terms.push(...wordTerms(index, words, at, inConcept.has(at)));
  }
  const plausible = strict ? terms.filter((term) => isPlausible(term, words, terms)) : terms;
  return plausible.sort((one, other) => one.from - other.from || other.to - one.to);
}

function conceptTerm(index: ItemIndex, concept: string, from: number, to: number): QueryTerm {
  const nearest = withParents(concept).find((candidate) => index.weight.has(`concept:${candidate}`));
  return {
    key: `concept:${nearest ?? concept}`,
    kind: 'concept',
    from,
    to,
    likeness: nearest === concept ? 1 : 0.9,
    known: nearest !== undefined,
  };
}

function wordTerms(index: ItemIndex, words: readonly string[], at: number, inConcept: boolean): QueryTerm[] {
  const word = words[at] ?? '';
  const place = { from: at, to: at + 1 };
  const joined = word + (words[at + 1] ?? '');
  if (/^[a-z]{1,4}\d/.test(joined) && /^\d/.test(words[at + 1] ?? '') && index.weight.has(joined) && !/^\d/.test(word))
    return [{ key: joined, kind: 'model', from: at, to: at + 2, likeness: 1, known: true }];
  const key = stem(word);
  if (index.weight.has(key) && !JOINING_WORDS.has(word) && (!inConcept || /\d/.test(word)))
    return [{ key, kind: kindOf(word), ...place, likeness: 1, known: true }];
  const split = splitGlued(index, word);
  if (split)
    return split.map((part) => ({
      key: part,
      kind: kindOf(part),
      ...place,
      likeness: 1,
      known: index.weight.has(part),
    }));
  if (inConcept || JOINING_WORDS.has(word)) return [];
  if (MODEL.test(word) && !/^\d+[kg]$/.test(word))
    return [{ key: word, kind: 'model', ...place, likeness: 1, known: false }];
  if (VARIANT_WORDS.has(word)) return [{ key, kind: 'variant', ...place, likeness: 1, known: false }];
  if (/^\d{1,3}$/.test(word)) return [{ key: word, kind: 'number', ...place, likeness: 1, known: false }];
  return fuzzyTerm(index, key, word, place);
}

/** "pocox6" -> poco, x6; "ip14" -> iphone, 14: only where both halves mean something here. */
function splitGlued(index: ItemIndex, word: string): string[] | undefined {
  if (word.length > 20) return undefined;
  for (let cut = word.length - 1; cut >= 2; cut--) {
    const head = word.slice(0, cut);
    const tail = word.slice(cut);
    if (!/\d/.test(tail)) continue;
    const brand = BRAND_PHRASES.get(head) ?? head;
    const knowsHead = /^[a-z]+$/.test(head) && (index.weight.has(brand) || BRAND_PHRASES.has(head));
    if (knowsHead && (index.weight.has(tail) || /^\d{1,3}$/.test(tail))) return [brand, tail];
  }
  return undefined;
}

function fuzzyTerm(index: ItemIndex, key: string, word: string, place: { from: number; to: number }): QueryTerm[] {
  if (
    word.length < 4 ||
    word.length > 24 ||
    /\d/.test(word) ||
    COMMON_WORDS.has(word) ||
    COMMON_WORDS.has(key) ||
    COLOR_PHRASES.has(word) ||
    FIRST_NAMES.has(word)
  )
    return [];
  let best: QueryTerm | undefined;
  for (const known of index.weight.keys()) {
    if (known.startsWith('concept:')) continue;
    const alike = likeness(key, known);
    if (alike > (best?.likeness ?? 0)) best = { key: known, kind: 'word', ...place, likeness: alike, known: true };
  }
  for (const [form, concept] of CONCEPT_PHRASES.singleWords()) {
    const alike = likeness(key, form);
    if (alike > (best?.likeness ?? 0)) best = { ...conceptTerm(index, concept, place.from, place.to), likeness: alike };
  }
  for (const [form, brand] of BRAND_PHRASES.singleWords()) {
    const alike = likeness(key, form);
    if (alike > (best?.likeness ?? 0))
      best = { key: brand, kind: 'brand', ...place, likeness: alike, known: index.weight.has(brand) };
  }
  return best?.known === true ? [best] : [];
}

function kindOf(word: string): QueryTerm['kind'] {
  if (/^\d+$/.test(word)) return 'number';
  if (/\d/.test(word)) return 'model';
  if (VARIANT_WORDS.has(word)) return 'variant';
  return BRAND_PHRASES.has(word) ? 'brand' : 'word';
}

const ARTICLES = new Set([
  'el',
  'la',
  'los',
  'las',
  'del',
  'al',
  'o',
  'do',
  'da',
  'the',
  'un',
  'una',
  'lo',
  'mi',
  'tu',
  'su',
  'meu',
  'minha',
  'my',
  'your',
]);
const BEFORE_NAMES = new Set([
  'de',
  'quiero',
  'dame',
  'precio',
  'tenes',
  'tienen',
  'hay',
  'vale',
  'cuesta',
  'sale',
  'disponible',
  'queda',
  'quero',
  'tem',
  'compro',
  'comprar',
  'renovar',
  'venden',
  'tienes',
  'esta',
  'for',
  'want',
]);

function isPlausible(term: QueryTerm, words: readonly string[], terms: readonly QueryTerm[]): boolean {
  const word = words[term.from] ?? '';
  if (term.to - term.from > 1) return true;
  if (!AMBIGUOUS_WORDS.has(word)) return term.kind !== 'word' || !COMMON_WORDS.has(word) || /\d/.test(word);
  const before = words[term.from - 1];
  const neighbour = terms.some(
    (other) =>
      other !== term && other.known && (other.from === term.to || other.to === term.from) && other.kind !== 'number',
  );
  if (neighbour || words.length === 1) return true;
  if (word === 'poco' && before !== 'el' && before !== 'del' && before !== 'al') return false;
  return (
    before !== undefined && (ARTICLES.has(before) || BEFORE_NAMES.has(before)) && before !== 'un' && before !== 'una'
  );
}

function span(term: { from: number; to: number }): number[] {
  return Array.from({ length: term.to - term.from }, (_, index) => term.from + index);
}

import type { CatalogueItem } from '../ground/catalogue-item.js';
import { isAvailable } from '../ground/catalogue-item.js';
import { agrees } from '../understand/link-items/item-attributes.js';
import type { IndexedItem, ItemIndex } from '../understand/link-items/item-index.js';
import type { Understanding } from '../understand/understand-message.js';
import type { DialogueState } from './dialogue-state.js';

export interface Focus {
  /** What this message is about, most likely first. */
  readonly skus: readonly string[];
  /** Whether the message itself named it, rather than pointed at what was spoken of. */
  readonly named: boolean;
  /** The words fit exactly one item that can be had, or the customer has chosen. */
  readonly concrete: boolean;
  /** Each of the items is meant, not one of them. */
  readonly each?: boolean;
}

const BOTH = /\b(?:(?:los|las|os|as|ambos|ambas) (?:dos|2|duas|dois)|ambos|ambas|both)\b/;

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:el |la |the |o |a )?(?:primer[oa]?|first|primeiro|primeira|1ro|1ero)\b(?! vez)/, 0],
  [/\b(?:el |la |the |o |a )(?:segund[oa]|second)\b/, 1],
  [/\b(?:el |la |the |o |a )(?:tercer[oa]?|third|terceiro|terceira)\b/, 2],
  [/\b(?:el |la |the |o |a )(?:ultim[oa]|last)(?: one| que)?\b/, -1],
];
const CHEAPEST = /\b(?:mas (?:barat[oa]|economic[oa])|cheapest|mais barat[oa]|menor precio)\b/;
const DEAREST = /\b(?:mas car[oa]|mejor de todos|most expensive|mais car[oa])\b/;

/** What a message is about: what it names, else what was spoken of, narrowed by the attributes it gives. Looks at nothing else than its arguments. */
export function resolveFocus(index: ItemIndex, state: DialogueState, read: Understanding): Focus {
  const known = state.focus.length > 0 ? state.focus : state.cart.map((line) => line.sku);
  if (read.skus.length > 0) {
    const within = read.skus.filter((sku) => known.includes(sku) || state.shown.includes(sku));
    const weak = read.linked.mentions.every((mention) =>
      mention.terms.every((term) => term.kind === 'concept' || term.kind === 'brand'),
    );
    const narrowed = within.length > 0 && weak && within.length < read.skus.length ? within : read.skus;
    const carried = narrow(index, narrowed, read, state);
    return { skus: carried, named: true, concrete: isConcrete(index, carried) };
  }
  if (BOTH.test(read.message.folded.slice(0, 200)) && state.recent.length > 1)
    return { skus: state.recent.slice(-2), named: false, concrete: true, each: true };
  const pool = [...new Set([...(state.shown.length > 1 ? state.shown : []), ...known])];
  if (pool.length === 0) return { skus: [], named: false, concrete: false };
  const chosen = byOrdinal(read.message.folded, state.shown) ?? byPrice(index, read.message.folded, pool);
  if (chosen !== undefined) return { skus: [chosen], named: false, concrete: true };
  const asks = read.linked.attributes.length > 0 || read.linked.plain;
  if (!asks) return { skus: known, named: false, concrete: isConcrete(index, known) };
  const skus = narrow(index, widen(index, pool, read), read, state);
  return { skus, named: false, concrete: isConcrete(index, skus) };
}

/** "¿y en negro?" may mean a sibling that was not shown: items of the same name but for what is asked. */
function widen(index: ItemIndex, pool: readonly string[], read: Understanding): readonly string[] {
  const entries = entriesOf(index, pool);
  if (entries.some((entry) => read.linked.attributes.every((asked) => agrees(entry.attributes, asked) !== false)))
    return pool;
  const families = new Set(entries.map((entry) => familyOf(entry)));
  const siblings = index.items.filter((entry) => families.has(familyOf(entry))).map((entry) => entry.item.sku);
  const wider =
    siblings.length > pool.length
      ? siblings
      : index.items
          .filter((entry) => entries.some((one) => one.item.category === entry.item.category))
          .map((entry) => entry.item.sku);
  return [...new Set([...pool, ...wider])];
}

function familyOf(entry: IndexedItem): string {
  return `${entry.item.category ?? ''} ${entry.item.brand ?? ''} ${[...entry.variants].sort().join(' ')}`;
}

/** Keeps the items that agree with what was said; all when none does. */
function narrow(
  index: ItemIndex,
  skus: readonly string[],
  read: Understanding,
  state: DialogueState,
): readonly string[] {
  let entries = entriesOf(index, skus);
  for (const asked of read.linked.attributes) {
    const fitting = entries.filter((entry) => agrees(entry.attributes, asked) === true);
    if (fitting.length > 0) entries = fitting;
  }
  if (read.linked.plain) {
    const fewest = Math.min(...entries.map((entry) => entry.variants.size));
    entries = entries.filter((entry) => entry.variants.size === fewest);
  }
  if (
    read.linked.attributes.length === 0 &&
    entries.length > 1 &&
    state.slots.capacity !== undefined &&
    read.linked.mentions.length > 0
  ) {
    const asBefore = entries.filter(
      (entry) =>
        entry.attributes.get('capacity')?.has(state.slots.capacity ?? '') === true &&
        state.shown.includes(entry.item.sku),
    );
    if (asBefore.length > 0) entries = asBefore;
  }
  return entries.map((entry) => entry.item.sku);
}

function isConcrete(index: ItemIndex, skus: readonly string[]): boolean {
  const items = skus.flatMap((sku) => index.bySku.get(sku) ?? []);
  return items.length === 1 || items.filter(isAvailable).length === 1;
}

function byOrdinal(folded: string, shown: readonly string[]): string | undefined {
  if (shown.length < 2) return undefined;
  const place = ORDINALS.find(([pattern]) => pattern.test(folded.slice(0, 200)))?.[1];
  return place === undefined ? undefined : shown.at(place);
}

function byPrice(index: ItemIndex, folded: string, pool: readonly string[]): string | undefined {
  const items = pool.flatMap((sku) => index.bySku.get(sku) ?? []).filter(isAvailable);
  if (items.length < 2) return undefined;
  const sorted = [...items].sort((one: CatalogueItem, other: CatalogueItem) => one.priceRetail - other.priceRetail);
  if (CHEAPEST.test(folded.slice(0, 200))) return sorted[0]?.sku;
  return DEAREST.test(folded.slice(0, 200)) ? sorted.at(-1)?.sku : undefined;
}

function entriesOf(index: ItemIndex, skus: readonly string[]): IndexedItem[] {
  return skus.flatMap((sku) => index.items.filter((entry) => entry.item.sku === sku));
}

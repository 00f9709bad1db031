import type { AttributeMention } from '../link-items/attribute-mentions.js';
import { areNearColors } from '../link-items/color-words.js';
import { bedSizeOf } from '../link-items/item-attributes.js';
import type { IndexedItem, ItemIndex } from '../link-items/item-index.js';
import type { LinkedMessage } from '../link-items/link-items.js';
import type { ReadMessage } from '../read-message.js';
import { fold } from '../text/clean-text.js';

export interface ItemSlots {
  readonly capacity?: string;
  readonly color?: string;
  readonly places?: number;
  readonly size?: string;
  readonly duration?: number;
}

const COLOR_NAMES: Record<string, string> = { bordo: 'Bordó', marron: 'Marrón', wengue: 'Wengué' };

/** What the customer says of the item he wants, in the catalogue's words. `focus` are the SKUs spoken of before. */
export function readItemSlots(
  index: ItemIndex,
  message: ReadMessage,
  linked: LinkedMessage,
  focus: readonly string[],
): ItemSlots {
  const skus = new Set(linked.skus.length > 0 ? linked.skus : focus);
  const near = index.items.filter((entry) => skus.has(entry.item.sku));
  const scope = near.length > 0 ? near : index.items;
  const slots: { -readonly [K in keyof ItemSlots]: ItemSlots[K] } = {};
  for (const mention of linked.attributes) {
    if (isNegatedAt(message, mention)) continue;
    if (mention.kind === 'capacity' && sells(scope, index, 'capacity') && isCapacity(message, mention, scope))
      slots.capacity ??= String(mention.value);
    else if (mention.kind === 'color' && !isPartOfTerm(linked, mention))
      slots.color ??= catalogueColor(index, scope, String(mention.value));
    else if (mention.kind === 'duration' && isDuration(index, message, mention))
      slots.duration ??= Number(mention.value);
    else if (mention.kind === 'places' && sells(scope, index, 'places')) slots.places ??= Number(mention.value);
    else if (mention.kind === 'bedSize' && sells(scope, index, 'bedSize'))
      slots.size ??= catalogueSize(index, scope, String(mention.value));
    else if (mention.kind === 'plazas') readPlazas(index, scope, Number(mention.value), slots);
  }
  slots.places ??= placesFor(index, message, scope, near.length > 0);
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined));
}

function readPlazas(
  index: ItemIndex,
  scope: readonly IndexedItem[],
  plazas: number,
  slots: { size?: string; places?: number },
): void {
  const seats =
    scope.some((entry) => entry.attributes.has('places')) && !scope.every((entry) => entry.attributes.has('bedSize'));
  if (seats && scope.length < index.items.length) slots.places ??= plazas;
  else if (scope.some((entry) => entry.attributes.has('bedSize')))
    slots.size ??= catalogueSize(index, scope, bedSizeOf(plazas)) ?? `${plazas} plazas`;
}

/** "para 4", where what is spoken of seats people. */
function placesFor(
  index: ItemIndex,
  message: ReadMessage,
  scope: readonly IndexedItem[],
  linked: boolean,
): number | undefined {
  if (!linked || scope.length === index.items.length || !scope.some((entry) => entry.attributes.has('places')))
    return undefined;
  const words = message.tokens.map((token) => (token.number === null ? token.norm : String(token.number))).join(' ');
  const count =
    /(?:^| )(?:para|de|pra|for|somos) (\d{1,2})(?: (?!meses|mes|dias|cuotas|mil|pesos|dolares|lucas|de)|$)/.exec(
      words,
    )?.[1];
  return count === undefined || Number(count) > 20 ? undefined : Number(count);
}

function sells(scope: readonly IndexedItem[], index: ItemIndex, kind: 'capacity' | 'places' | 'bedSize'): boolean {
  return (scope.length > 0 ? scope : index.items).some((entry) => entry.attributes.has(kind));
}

function isCapacity(message: ReadMessage, mention: AttributeMention, scope: readonly IndexedItem[]): boolean {
  if (mention.to - mention.from > 1 || !/^\d+$/.test(message.tokens[mention.from]?.norm ?? '')) return true;
  const token = message.tokens[mention.from];
  const after = message.folded.slice(token?.end ?? 0, (token?.end ?? 0) + 12);
  const before = message.folded.slice(Math.max(0, (token?.start ?? 0) - 2), token?.start ?? 0);
  if (/^\s*(?:pulg|"|mil|lucas|pesos|dol|usd|cuotas|unidades|meses|k\b|palos|w\b)/.test(after) || /\$\s?$/.test(before))
    return false;
  return scope.some((entry) => entry.attributes.get('capacity')?.has(mention.value) === true);
}

function isDuration(index: ItemIndex, message: ReadMessage, mention: AttributeMention): boolean {
  if (!index.items.some((entry) => entry.attributes.has('duration'))) return false;
  const before = message.tokens
    .slice(Math.max(0, mention.from - 3), mention.from)
    .map((token) => token.norm)
    .join(' ');
  const after = message.tokens
    .slice(mention.to, mention.to + 2)
    .map((token) => token.norm)
    .join(' ');
  return (
    !/(?:hace|hacia|llevo|ha|tengo|desde|compre|tiene|pasado|cada|todos los|faltan|ago|quedan|en|ya)(?: (?:como|unos|un|casi|solo))?$/.test(
      before,
    ) && !/^(?:de garantia|sin|esperando|atras|ago|que|y no|warranty|pasado)/.test(after)
  );
}

function isNegatedAt(message: ReadMessage, mention: AttributeMention): boolean {
  const before = message.tokens
    .slice(Math.max(0, mention.from - 3), mention.from)
    .map((token) => token.norm)
    .join(' ');
  return /(?:^| )(?:no|nao|not|que no sea|en vez del|menos el|no el|no la|en lugar del)$/.test(before);
}

function isPartOfTerm(linked: LinkedMessage, mention: AttributeMention): boolean {
  return linked.mentions.some((one) =>
    one.terms.some((term) => term.kind === 'concept' && term.from <= mention.from && mention.to <= term.to),
  );
}

function catalogueColor(index: ItemIndex, scope: readonly IndexedItem[], color: string): string | undefined {
  const own = findColor(scope, (one) => one === color) ?? findColor(index.items, (one) => one === color);
  return (
    own ??
    findColor(scope, (one) => areNearColors(one, color) && color !== 'azul' && color !== 'gris' && color !== 'rosa') ??
    COLOR_NAMES[color] ??
    color.charAt(0).toUpperCase() + color.slice(1)
  );
}

function findColor(entries: readonly IndexedItem[], fits: (color: string) => boolean): string | undefined {
  for (const entry of entries) {
    const value = Object.entries(entry.item.attributes).find(([key]) => /^(?:colou?r|cor)$/.test(fold(key)))?.[1];
    if (
      typeof value === 'string' &&
      [...(entry.attributes.get('color') ?? [])].some((one) => fits(String(one))) &&
      fits(fold(value))
    )
      return value;
  }
  return undefined;
}

function catalogueSize(index: ItemIndex, scope: readonly IndexedItem[], size: string): string | undefined {
  for (const entries of [scope, index.items]) {
    for (const entry of entries) {
      const value = Object.entries(entry.item.attributes).find(([key]) =>
        /^(?:size|tamano|medida|tamanho)$/.test(fold(key)),
      )?.[1];
      if (typeof value === 'string' && entry.attributes.get('bedSize')?.has(size) === true) return value;
    }
  }
  return { queen: 'Queen', king: 'King', double: 'Doble', single: 'Individual', semidouble: 'Semidoble' }[size];
}

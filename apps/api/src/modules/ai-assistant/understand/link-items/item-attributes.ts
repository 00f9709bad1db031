import type { CatalogueItem } from '../../ground/catalogue-item.js';
import { cleanText, fold, foldText } from '../text/clean-text.js';
import { tokenise } from '../text/tokens.js';
import type { AttributeKind, AttributeMention } from './attribute-mentions.js';
import { attributeMentions } from './attribute-mentions.js';
import { areNearColors, COLOR_PHRASES } from './color-words.js';

/** An item's attributes in the words of `AttributeMention`; a kind may hold several values. */
export type ItemAttributes = ReadonlyMap<AttributeKind, ReadonlySet<string | number>>;

const KEYS: readonly (readonly [RegExp, AttributeKind])[] = [
  [/^(?:capacity|capacidad|capacidade|storage|almacenamiento|memoria)$/, 'capacity'],
  [/^colou?r$|^cor$|^acabado$/, 'color'],
  [/^(?:places|puestos|plazas|lugares|seats|asientos|personas)$/, 'places'],
  [/^(?:duration|duracion|meses|months)$/, 'duration'],
  [/^(?:screens|pantallas|perfiles|telas|profiles)$/, 'screens'],
];

/** Reads what the attributes say, then what the name says of kinds that they leave out. */
export function itemAttributes(item: CatalogueItem): ItemAttributes {
  const values = new Map<AttributeKind, Set<string | number>>();
  const add = (kind: AttributeKind, value: string | number): void =>
    void (values.get(kind) ?? values.set(kind, new Set()).get(kind))?.add(value);
  for (const [key, value] of Object.entries(item.attributes)) {
    const kind = KEYS.find(([pattern]) => pattern.test(fold(key)))?.[1];
    if (value === null || typeof value === 'boolean') continue;
    if (kind === 'capacity') add(kind, fold(String(value)).replace(/\s/g, '').toUpperCase());
    else if (kind === 'color') for (const color of colorsIn(String(value))) add(kind, color);
    else if (kind !== undefined && Number.isFinite(Number(value))) add(kind, Number(value));
    else if (/^(?:size|tamano|medida|tamanho|talla)$/.test(fold(key))) addSize(String(value), add);
  }
  for (const mention of attributeMentions(wordsOf(item.name)))
    if (!values.has(mention.kind) || mention.kind === 'color') add(mention.kind, mention.value);
  return values;
}

/** Whether the item is as asked: true, false, or null when nothing is known of that kind. */
export function agrees(attributes: ItemAttributes, asked: AttributeMention): boolean | null {
  if (asked.kind === 'plazas')
    return either(
      agreesOn(attributes, 'places', asked.value),
      agreesOn(attributes, 'bedSize', bedSizeOf(Number(asked.value))),
    );
  if (asked.kind === 'capacity' && !attributes.has('capacity') && attributes.has('inches')) return null;
  return agreesOn(attributes, asked.kind, asked.value);
}

/** The bed size that so many "plazas" stand for. */
export function bedSizeOf(plazas: number): string {
  if (plazas <= 1) return 'single';
  if (plazas < 2) return 'semidouble';
  if (plazas === 2) return 'double';
  return plazas < 3 ? 'queen' : 'king';
}

function agreesOn(attributes: ItemAttributes, kind: AttributeKind, value: string | number): boolean | null {
  const own = attributes.get(kind);
  if (own === undefined) return null;
  if (own.has(value)) return true;
  return kind === 'color' && [...own].some((color) => areNearColors(String(color), String(value)));
}

function either(one: boolean | null, other: boolean | null): boolean | null {
  return one === true || other === true ? true : (one ?? other);
}

function addSize(value: string, add: (kind: AttributeKind, value: string | number) => void): void {
  if (/^\d+(?:[.,]\d+)?(?:"|''| ?(?:pulgadas|pulg|inch|in))?$/.test(value.trim()))
    add('inches', Number.parseFloat(value.replace(',', '.')));
  for (const mention of attributeMentions(wordsOf(value))) {
    if (mention.kind === 'bedSize') add('bedSize', mention.value);
    if (mention.kind === 'plazas') add('bedSize', bedSizeOf(Number(mention.value)));
  }
}

function colorsIn(value: string): string[] {
  const words = wordsOf(value).map((token) => token.norm);
  return [words.join(' '), ...COLOR_PHRASES.find(words).map((hit) => hit.value)];
}

function wordsOf(text: string): ReturnType<typeof tokenise> {
  const clean = cleanText(text);
  return tokenise(clean, foldText(clean));
}

import { readData } from '../text/read-data.js';
import { PhraseTable } from './phrase-table.js';

const COLORS = readData<Record<string, readonly string[]>>(import.meta.url, './colors.json');

/** Words for a colour or a wood in Spanish, Portuguese and English -> its Spanish name, folded. */
export const COLOR_PHRASES = new PhraseTable(
  Object.entries(COLORS).flatMap(([color, forms]) => forms.map((form) => [form, color] as const)),
);

const NEAR: readonly (readonly string[])[] = [
  ['violeta', 'morado', 'lila'],
  ['gris', 'plata'],
  ['azul', 'celeste'],
  ['rojo', 'bordo'],
  ['marron', 'nogal', 'cerezo', 'caoba'],
  ['beige', 'natural'],
  ['rosa', 'lila'],
];

/** Whether a customer may well mean one colour by the other's name. */
export function areNearColors(one: string, other: string): boolean {
  return one === other || NEAR.some((group) => group.includes(one) && group.includes(other));
}

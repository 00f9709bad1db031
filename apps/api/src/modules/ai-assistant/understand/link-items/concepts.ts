import { readData } from '../text/read-data.js';
import { PhraseTable } from './phrase-table.js';

interface ConceptEntry {
  readonly parent?: string;
  readonly accessory?: boolean;
  readonly forms: readonly string[];
}

const CONCEPTS = readData<Record<string, ConceptEntry>>(import.meta.url, './concepts.json');
const ALIASES = readData<Record<string, readonly string[]>>(import.meta.url, './brand-aliases.json');

/** Kinds of thing ("tele", "colchão", "couch") -> concept. */
export const CONCEPT_PHRASES = new PhraseTable(
  Object.entries(CONCEPTS).flatMap(([id, entry]) => entry.forms.map((form) => [form, id] as const)),
);

/** What people type for a brand or family -> its name. */
export const BRAND_PHRASES = new PhraseTable(
  Object.entries(ALIASES).flatMap(([name, forms]) => [...forms, name].map((form) => [form, name] as const)),
);

/** The concept and those above it, nearest first. */
export function withParents(concept: string): string[] {
  const parent = CONCEPTS[concept]?.parent;
  return parent === undefined ? [concept] : [concept, ...withParents(parent)];
}

/** Whether things of this kind are made for another thing ("funda iphone 14" is not an iPhone). */
export function isAccessory(concept: string): boolean {
  return CONCEPTS[concept]?.accessory === true;
}

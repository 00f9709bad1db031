import type { Voice } from '../ground/shop-facts.js';
import { readData } from '../understand/text/read-data.js';

const VOICES: Record<Voice, Readonly<Record<string, string>>> = {
  'es-rioplatense': readData(import.meta.url, './phrases.es-rioplatense.json'),
  'es-neutral': readData(import.meta.url, './phrases.es-neutral.json'),
  'pt-BR': readData(import.meta.url, './phrases.pt-BR.json'),
  en: readData(import.meta.url, './phrases.en.json'),
};

/** The phrase in that voice, with `{name}` places filled; values are put in as they are and never read again. */
export function phrase(voice: Voice, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const template = Object.hasOwn(VOICES[voice], key) ? (VOICES[voice][key] ?? '') : '';
  return template.replace(/\{([a-z]+)\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : '',
  );
}

/** Keys of a voice, so that a test can tell that all voices say the same things. */
export function phraseKeys(voice: Voice): string[] {
  return Object.keys(VOICES[voice]).sort();
}

/** "a, b y c" in the voice's language. */
export function listing(voice: Voice, parts: readonly string[]): string {
  const and = { 'es-rioplatense': 'y', 'es-neutral': 'y', 'pt-BR': 'e', en: 'and' }[voice];
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1) ?? ''}`;
}

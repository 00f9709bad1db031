import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, chooseLanguage } from './language';
import { NAMESPACES } from './namespaces';

const folder = fileURLToPath(new URL('.', import.meta.url));
type Words = { [key: string]: string | Words };
const read = (language: string, namespace: string) =>
  JSON.parse(readFileSync(`${folder}${language}/${namespace}.json`, 'utf8')) as Words;

function leaves(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}
const keys = (words: Words) =>
  leaves(words)
    .map(([key]) => key)
    .sort();
const blanks = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

describe('the three languages', () => {
  it('have one file for each namespace and no other', () => {
    for (const language of LANGUAGES)
      expect(readdirSync(folder + language).sort()).toEqual([...NAMESPACES].map((name) => `${name}.json`).sort());
  });

  it.each(NAMESPACES)('say the same things in %s', (namespace) => {
    const spanish = keys(read('es', namespace));
    for (const language of LANGUAGES)
      expect({ language, keys: keys(read(language, namespace)) }).toEqual({ language, keys: spanish });
  });

  it.each(NAMESPACES)('fill the same blanks in %s and leave nothing empty', (namespace) => {
    const spanish = new Map(leaves(read('es', namespace)));
    for (const language of LANGUAGES) {
      for (const [key, text] of leaves(read(language, namespace))) {
        expect({ language, key, empty: text.trim() === '', blanks: blanks(text) }).toEqual({
          language,
          key,
          empty: false,
          blanks: blanks(spanish.get(key) ?? ''),
        });
      }
    }
  });

  it('gives every plural all the forms that Spanish and Portuguese ask for', () => {
    for (const namespace of NAMESPACES) {
      const all = new Set(keys(read('es', namespace)));
      for (const key of all)
        if (key.endsWith('_one'))
          for (const form of ['many', 'other']) expect(all).toContain(key.replace(/_one$/, `_${form}`));
    }
  });
});

describe('choosing a language', () => {
  it('takes the first that we speak, whatever its region', () => {
    expect(chooseLanguage([null, 'fr-FR', 'pt-PT', 'en'])).toBe('pt-BR');
    expect(chooseLanguage(['en-GB'])).toBe('en');
    expect(chooseLanguage(['es-EC'])).toBe('es');
  });

  it('falls back to neutral Spanish', () => {
    expect(chooseLanguage(['de', undefined])).toBe('es');
    expect(chooseLanguage([])).toBe('es');
  });
});

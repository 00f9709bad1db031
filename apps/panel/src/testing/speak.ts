import { afterEach } from '@jest/globals';
import i18next from 'i18next';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '../i18n/language';
import { NAMESPACES } from '../i18n/namespaces';
import { speakSpanish } from './words';

const folder = fileURLToPath(new URL('../i18n/', import.meta.url));
const missing = new Set<string>();
const note = (_languages: readonly string[], namespace: string, key: string) => missing.add(`${namespace}:${key}`);

/** Speaks a language from its real files until the end of the test, and notes every word that it lacks. */
export async function speak(language: Language): Promise<void> {
  await speakSpanish();
  for (const namespace of NAMESPACES)
    i18next.addResourceBundle(
      language,
      namespace,
      JSON.parse(readFileSync(`${folder}${language}/${namespace}.json`, 'utf8')),
    );
  missing.clear();
  // Its own way of telling; nothing is saved anywhere.
  i18next.options.saveMissing = true;
  i18next.on('missingKey', note);
  await i18next.changeLanguage(language);
}

/** What was asked for since and has no words. */
export const missingWords = (): string[] => [...missing];

afterEach(async () => {
  if (!i18next.isInitialized) return;
  i18next.off('missingKey', note);
  i18next.options.saveMissing = false;
  await i18next.changeLanguage('es');
});

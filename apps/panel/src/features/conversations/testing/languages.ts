import i18next from 'i18next';
import { speakSpanish } from '../../../testing/words';

const NAMESPACES = ['conversations', 'errors', 'shell', 'ui'] as const;

/** Teaches the page English and Portuguese from the real files, and gathers every key that has no words. */
export async function threeLanguages(): Promise<{ missing: () => string[] }> {
  await speakSpanish();
  for (const language of ['en', 'pt-BR'])
    for (const namespace of NAMESPACES) {
      const file = (await import(`../../../i18n/${language}/${namespace}.json`)) as { default: object };
      i18next.addResourceBundle(language, namespace, file.default);
    }
  const missing = new Set<string>();
  i18next.options.saveMissing = true;
  i18next.on('missingKey', (languages: readonly string[], namespace: string, key: string) =>
    missing.add(`${String(languages)} ${namespace}:${key}`),
  );
  return { missing: () => [...missing].splice(0) };
}

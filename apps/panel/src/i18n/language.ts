export const LANGUAGES = ['es', 'en', 'pt-BR'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words, for the switch. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  es: 'Español',
  en: 'English',
  'pt-BR': 'Português (Brasil)',
};

/** The best of ours for what the person or the browser prefers, in order; neutral Spanish when none fits. */
export function chooseLanguage(preferred: readonly (string | null | undefined)[]): Language {
  for (const wanted of preferred) {
    const base = wanted?.toLowerCase().split('-')[0];
    const ours = LANGUAGES.find((language) => language.toLowerCase().split('-')[0] === base);
    if (ours) return ours;
  }
  return 'es';
}

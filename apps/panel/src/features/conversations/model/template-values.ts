import type { Template } from '../api/template-queries';

const NAMES = /^(nombre|name|nome|cliente|customer)$/i;

/** The values a template starts with: the customer's first name where one is asked for, the draft where there is one free blank. */
export function firstValues(
  template: Template | null,
  contact: { name: string },
  draft: string,
): Record<string, string> {
  if (!template) return {};
  const firstName = contact.name.split(' ')[0] ?? '';
  const body = template.variables.filter(({ part }) => part === 'body');
  const free = body.findLast(({ key }) => !NAMES.test(key))?.key;
  return Object.fromEntries(
    template.variables.map(({ key, part }) => {
      if (NAMES.test(key) || (key === '1' && body.length > 1)) return [key, firstName];
      return [key, part === 'body' && key === free ? draft.trim().replace(/\s*\n\s*/g, ' ') : ''];
    }),
  );
}

/** Keys of what still has no value. */
export const missing = (template: Template, values: Readonly<Record<string, string>>): string[] =>
  template.variables.map(({ key }) => key).filter((key) => (values[key] ?? '').trim() === '');

const KINDS: Readonly<Record<string, 'reply' | 'url' | 'phone'>> = { url: 'url', phone_number: 'phone' };

/** Buttons as the phone draws them. */
export const previewButtons = (buttons: readonly { kind: string; text: string }[]) =>
  buttons.map(({ kind, text }) => ({ title: text, kind: KINDS[kind] ?? ('reply' as const) }));

/** Templates in the customer's language first; the order of each language is kept. */
export function inLanguageOrder(templates: readonly Template[], language: string): Template[] {
  const base = language.slice(0, 2);
  const fits = (template: Template) => Number(template.language.slice(0, 2) === base);
  return [...templates].sort((one, other) => fits(other) - fits(one));
}

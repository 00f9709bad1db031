import type { ButtonKind, StoredTemplate, TemplateButton, TemplateParts, TemplateVariable } from './template.js';

/** `{{1}}` or `{{nombre}}`. */
const PLACE = /\{\{\s*([\p{L}_][\p{L}\p{N}_]{0,59}|[1-9]\d{0,2})\s*\}\}/gu;

const HEADER_FORMATS = ['text', 'image', 'video', 'document', 'location'] as const;

/** The names of a text's places, once each, in order. */
export const placesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].map((match) => match[1] ?? '')),
];

/** Puts values in their places, once: what a value holds is never read again. A place without a value stays as written. */
export const fillPlaces = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(PLACE, (written, name: string) => values.get(name) ?? written);

/** How the header's place is called from outside, where the body may have the same number. */
export const headerKey = (name: string, format: StoredTemplate['parameterFormat']): string =>
  format === 'named' ? name : `header.${name}`;
export const buttonKey = (index: number): string => `button.${index}`;
export const HEADER_MEDIA = 'header.media';

/** Reads the provider's components; what is unknown or malformed is left out. */
export function partsOf({
  components,
  parameterFormat,
}: Pick<StoredTemplate, 'components' | 'parameterFormat'>): TemplateParts {
  const of = (type: string): Record<string, unknown> | undefined =>
    components.find((component) => textOf(component.type)?.toLowerCase() === type);
  const header = headerOf(of('header'));
  const body = textOf(of('body')?.text) ?? '';
  const sources = listOf(of('buttons')?.buttons);
  const buttons = sources.map(buttonOf);
  const variables: TemplateVariable[] = [
    ...(header === null
      ? []
      : header.format === 'text'
        ? placesOf(header.text ?? '').map((name) => variable(headerKey(name, parameterFormat), 'header'))
        : isMedia(header.format)
          ? [variable(HEADER_MEDIA, 'header')]
          : []),
    ...placesOf(body).map((name, index) => variable(name, 'body', exampleOf(of('body'), name, index))),
    ...buttons.flatMap((button, index) =>
      takesValue(button) ? [variable(buttonKey(index), 'button', exampleOfButton(sources[index]))] : [],
    ),
  ];
  const distinct = [...new Map(variables.map((one) => [one.key, one])).values()];
  return { header, body, footer: textOf(of('footer')?.text) ?? null, buttons, variables: distinct };
}

export const isMedia = (format: string): boolean => format === 'image' || format === 'video' || format === 'document';

export const takesValue = (button: TemplateButton): boolean =>
  button.kind === 'copy_code' || (button.kind === 'url' && placesOf(button.url ?? '').length > 0);

const variable = (key: string, part: TemplateVariable['part'], example: string | null = null): TemplateVariable => ({
  key,
  part,
  example,
});

function headerOf(component: Record<string, unknown> | undefined): TemplateParts['header'] {
  const word = textOf(component?.format)?.toLowerCase();
  const format = HEADER_FORMATS.find((known) => known === word);
  return format === undefined ? null : { format, text: format === 'text' ? (textOf(component?.text) ?? '') : null };
}

function buttonOf(source: Record<string, unknown>): TemplateButton {
  const word = textOf(source.type)?.toLowerCase();
  const kinds: readonly ButtonKind[] = ['quick_reply', 'url', 'phone_number', 'copy_code'];
  return {
    kind: kinds.find((kind) => kind === word) ?? 'other',
    text: textOf(source.text) ?? '',
    url: textOf(source.url) ?? null,
    phone: textOf(source.phone_number) ?? null,
  };
}

function exampleOf(component: Record<string, unknown> | undefined, name: string, index: number): string | null {
  const example = objectOf(component?.example);
  const named = listOf(example?.body_text_named_params).find((one) => one.param_name === name);
  const positional: unknown = Array.isArray(example?.body_text) ? example.body_text[0] : undefined;
  return textOf(named?.example) ?? (Array.isArray(positional) ? (textOf(positional[index]) ?? null) : null);
}

function exampleOfButton(source: Record<string, unknown> | undefined): string | null {
  const example = source?.example;
  return textOf(Array.isArray(example) ? example[0] : example) ?? null;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const objectOf = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.map(objectOf).filter((item) => item !== undefined) : [];

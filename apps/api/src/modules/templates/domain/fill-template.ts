import type { TemplateContent } from '../../channels/index.js';
import type { StoredTemplate, TemplateParts } from './template.js';
import { buttonKey, fillPlaces, HEADER_MEDIA, headerKey, partsOf, placesOf, takesValue } from './template-parts.js';

export type FilledTemplate = { ok: true; content: TemplateContent } | { ok: false; missing: string[]; unfit: string[] };

/** Providers refuse these inside a value. */
const UNFIT = /[\n\r\t]| {5,}/;
const LONGEST_VALUE = 1024;

/** Puts the values in: pure substitution. Keys that the template does not have are ignored; `missing` and `unfit` name all keys at once. */
export function fillTemplate(
  template: Pick<StoredTemplate, 'name' | 'language' | 'components' | 'parameterFormat'>,
  variables: Readonly<Record<string, string>>,
): FilledTemplate {
  const parts = partsOf(template);
  const given = new Map(Object.entries(variables));
  const valueOf = (key: string): string => given.get(key) ?? '';
  const keys = parts.variables.map(({ key }) => key);
  const missing = keys.filter((key) => valueOf(key).trim() === '');
  const unfit = keys.filter(
    (key) => !missing.includes(key) && (UNFIT.test(valueOf(key)) || valueOf(key).length > LONGEST_VALUE),
  );
  if (missing.length > 0 || unfit.length > 0) return { ok: false, missing, unfit };
  return { ok: true, content: contentOf(template, parts, valueOf) };
}

function contentOf(
  template: Pick<StoredTemplate, 'name' | 'language' | 'parameterFormat'>,
  parts: TemplateParts,
  valueOf: (key: string) => string,
): TemplateContent {
  const headerText = parts.header?.text ?? null;
  const header = new Map(
    placesOf(headerText ?? '').map((name) => [name, valueOf(headerKey(name, template.parameterFormat))]),
  );
  const body = new Map(placesOf(parts.body).map((name) => [name, valueOf(name)]));
  const buttonParameters = parts.buttons.flatMap((button, index) =>
    takesValue(button)
      ? [
          {
            index,
            kind: button.kind === 'copy_code' ? ('copy_code' as const) : ('url' as const),
            value: valueOf(buttonKey(index)),
          },
        ]
      : [],
  );
  const media = valueOf(HEADER_MEDIA);
  return {
    type: 'template',
    name: template.name,
    language: template.language,
    text: fillPlaces(parts.body, body),
    ...(headerText === null ? {} : { headerText: fillPlaces(headerText, header) }),
    ...(parts.footer === null ? {} : { footerText: parts.footer }),
    buttons: parts.buttons.map(({ kind, text }) => ({ kind, text })),
    header: Object.fromEntries(header),
    body: Object.fromEntries(body),
    buttonParameters,
    ...(media === '' ? {} : { headerMediaAssetId: media }),
  };
}

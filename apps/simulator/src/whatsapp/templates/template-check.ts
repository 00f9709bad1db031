import type { GraphRefusal } from '../graph-error.js';
import type { TemplateContent, TemplateValue } from '../outbound/content-schemas.js';
import { fill, variablesOf, type Template, type TemplateComponent } from './template.js';

/** A template as the customer sees it. */
export interface RenderedTemplate {
  headerText: string | null;
  /** `image`, `video` or `document` of the header, as it was sent. */
  headerMedia: { kind: string; id: string | null; link: string | null } | null;
  body: string;
  footer: string | null;
  buttons: { kind: 'quick_reply' | 'url' | 'phone'; text: string; payload: string; url: string | null }[];
}

type Step<T> = { value: T } | { refusal: GraphRefusal };
type Sent = NonNullable<TemplateContent['components']>[number];

/** Fills a template with what was sent for it, or says why WhatsApp refuses: unknown, paused, wrong number or form of parameters. */
export function renderTemplate(template: Template | undefined, content: TemplateContent): Step<RenderedTemplate> {
  if (template?.status === 'PAUSED') return { refusal: { code: 132015 } };
  if (template?.status === 'DISABLED') return { refusal: { code: 132016 } };
  if (template === undefined || template.status !== 'APPROVED') {
    return {
      refusal: { code: 132001, details: `template name (${content.name}) does not exist in ${content.language.code}` },
    };
  }
  const sent = content.components ?? [];
  const header = renderHeader(partOf(template, 'HEADER'), sentFor(sent, 'header'), template);
  if ('refusal' in header) return header;
  const body = renderText(partOf(template, 'BODY')?.text ?? '', sentFor(sent, 'body'), 'body', template);
  if ('refusal' in body) return body;
  if (body.value.length > 1024)
    return { refusal: { code: 132005, details: 'body: hydrated text too long (max 1024)' } };
  const buttons = renderButtons(
    partOf(template, 'BUTTONS')?.buttons ?? [],
    sent.filter((each) => each.type.toLowerCase() === 'button'),
  );
  if ('refusal' in buttons) return buttons;
  return {
    value: {
      ...header.value,
      body: body.value,
      footer: partOf(template, 'FOOTER')?.text ?? null,
      buttons: buttons.value,
    },
  };
}

const partOf = (template: Template, type: TemplateComponent['type']): TemplateComponent | undefined =>
  template.components.find((each) => each.type === type);
const sentFor = (sent: readonly Sent[], type: string): TemplateValue[] =>
  sent.find((each) => each.type.toLowerCase() === type)?.parameters ?? [];

function renderHeader(
  part: TemplateComponent | undefined,
  values: TemplateValue[],
  template: Template,
): Step<Pick<RenderedTemplate, 'headerText' | 'headerMedia'>> {
  const format = part?.format ?? 'TEXT';
  if (format === 'TEXT') {
    const text = renderText(part?.text ?? '', values, 'header', template);
    return 'refusal' in text
      ? text
      : { value: { headerText: part === undefined ? null : text.value, headerMedia: null } };
  }
  const kind = format.toLowerCase();
  const value = values[0];
  if (value === undefined)
    return { refusal: { code: 132012, details: `header: Format mismatch, expected ${format}, received UNKNOWN` } };
  if (value.type !== kind)
    return {
      refusal: {
        code: 132012,
        details: `header: Format mismatch, expected ${format}, received ${value.type.toUpperCase()}`,
      },
    };
  const source = value[kind] as { id?: unknown; link?: unknown } | undefined;
  const id = typeof source?.id === 'string' ? source.id : null;
  const link = typeof source?.link === 'string' ? source.link : null;
  if (kind !== 'location' && id === null && link === null)
    return {
      refusal: {
        code: 131008,
        details: `Required parameter is missing: template['components']['header'] ${kind} id or link`,
      },
    };
  return { value: { headerText: null, headerMedia: { kind, id, link } } };
}

function renderText(text: string, values: readonly TemplateValue[], place: string, template: Template): Step<string> {
  const expected = variablesOf(text);
  if (values.length !== expected.length) {
    const words = `${place}: number of localizable_params (${values.length}) does not match the expected number of params (${expected.length})`;
    return { refusal: { code: 132000, details: words } };
  }
  const filled = new Map<string, string>();
  for (const [index, value] of values.entries()) {
    const written = writtenOf(value);
    if (written === undefined)
      return { refusal: { code: 132012, details: `${place}: parameter ${index + 1} has no text` } };
    if (/[\n\t]| {5,}/.test(written)) return { refusal: { code: 132018 } };
    const name = template.parameter_format === 'NAMED' ? value.parameter_name : String(index + 1);
    if (name === undefined || !expected.includes(name))
      return {
        refusal: { code: 100, details: `${place}: Parameter name is missing or empty or unknown (${name ?? ''})` },
      };
    filled.set(name, written);
  }
  if (filled.size !== expected.length)
    return { refusal: { code: 132000, details: `${place}: a parameter was given twice` } };
  return { value: fill(text, filled) };
}

function writtenOf(value: TemplateValue): string | undefined {
  if (value.type === 'text') return value.text === undefined || value.text === '' ? undefined : value.text;
  const other = value[value.type] as { fallback_value?: unknown } | undefined;
  return typeof other?.fallback_value === 'string' ? other.fallback_value : undefined;
}

function renderButtons(
  buttons: NonNullable<TemplateComponent['buttons']>,
  sent: readonly Sent[],
): Step<RenderedTemplate['buttons']> {
  const stray = sent.find(({ index }) => index === undefined || index >= buttons.length);
  if (stray !== undefined)
    return { refusal: { code: 132018, details: `buttons: there is no button at index ${stray.index ?? '(none)'}` } };
  const rendered: RenderedTemplate['buttons'] = [];
  for (const [index, button] of buttons.entries()) {
    const given = sent.find((each) => each.index === index)?.parameters?.[0];
    const text = button.text ?? '';
    const variable = variablesOf(button.url ?? '')[0];
    const value = given === undefined ? undefined : (given.text ?? given.payload);
    if (variable !== undefined && (typeof value !== 'string' || value === '')) {
      return {
        refusal: { code: 131008, details: `buttons: Button at index ${index} of type Url requires a parameter` },
      };
    }
    const url = button.url === undefined ? null : fill(button.url, new Map([[variable ?? '', String(value)]]));
    if (button.type === 'URL') rendered.push({ kind: 'url', text, payload: '', url });
    else if (button.type === 'PHONE_NUMBER')
      rendered.push({ kind: 'phone', text, payload: '', url: `tel:${button.phone_number ?? ''}` });
    else
      rendered.push({
        kind: 'quick_reply',
        text,
        payload: typeof given?.payload === 'string' ? given.payload : text,
        url: null,
      });
  }
  return { value: rendered };
}

import type { InteractiveContent } from '../../../channels/index.js';
import { plainValues } from './plain-values.js';
import { asFilledText, asObject, asText, type JsonObject } from './untrusted-json.js';

const NOTHING_GIVEN = 'WhatsApp reported an interactive answer without saying which.';

/** A tap on one of our buttons or rows, or a filled form. WhatsApp sometimes says "interactive" and no more. */
export function interactiveContent(source: JsonObject | undefined, reason: string | undefined): InteractiveContent {
  const kind = source?.type;
  if (kind === 'button_reply' || kind === 'list_reply') {
    const reply = asObject(source?.[kind]);
    const id = asText(reply?.id, 1000);
    const title = asText(reply?.title, 1000);
    if (id !== undefined && title !== undefined) {
      const description = asFilledText(reply?.description, 1000);
      return { type: 'interactive', kind, id, title, ...(description === undefined ? {} : { description }) };
    }
  }
  if (kind === 'nfm_reply') {
    const form = asObject(source?.nfm_reply);
    if (form !== undefined) return formReply(form);
  }
  return { type: 'interactive', kind: 'unknown', reason: reason ?? NOTHING_GIVEN };
}

/** A tap on a template's quick reply arrives as its own type. */
export function templateButton(source: JsonObject | undefined): InteractiveContent | undefined {
  const title = asText(source?.text, 1000);
  const id = asText(source?.payload, 1000);
  if (title === undefined && id === undefined) return undefined;
  return { type: 'interactive', kind: 'template_button', id: id ?? title ?? '', title: title ?? id ?? '' };
}

function formReply(form: JsonObject): InteractiveContent {
  const content: InteractiveContent = {
    type: 'interactive',
    kind: 'form_reply',
    values: formValues(form.response_json),
  };
  const name = asFilledText(form.name, 200);
  if (name !== undefined) content.name = name;
  const text = asFilledText(form.body);
  if (text !== undefined) content.text = text;
  return content;
}

function formValues(json: unknown): Record<string, unknown> {
  if (typeof json !== 'string') return {};
  try {
    const values = asObject(JSON.parse(json));
    return values === undefined ? {} : plainValues(values);
  } catch {
    return {};
  }
}

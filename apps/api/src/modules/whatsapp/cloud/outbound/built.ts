import type { SendFailure } from '../../../channels/index.js';
import { refusal } from '../map-error.js';

export type Json = { readonly [key: string]: unknown };

/** A piece of a request, or why it cannot be made. Nothing is ever cut to fit. */
export type Built = { ok: true; body: Json } | { ok: false; failure: SendFailure };

export function built(body: Json): Built {
  return { ok: true, body };
}

export function refused(code: string, title: string, reason?: SendFailure['reason']): Built {
  return { ok: false, failure: refusal(code, title, reason) };
}

export interface Limit {
  name: string;
  text: string | undefined;
  max: number;
  /** Texts may be left out unless they are required, and then they must not be blank. */
  required?: boolean;
}

/** The first limit that a text breaks. Lengths are counted in characters as people see them in a counter: code points. */
export function brokenLimit(limits: readonly Limit[]): Built | undefined {
  for (const { name, text, max, required } of limits) {
    if (required === true && (text === undefined || text.trim() === ''))
      return refused('text_missing', `The ${name} is empty.`);
    if (text !== undefined && longer(text, max))
      return refused('text_too_long', `The ${name} is longer than ${max} characters.`);
  }
  return undefined;
}

function longer(text: string, max: number): boolean {
  return text.length > max && [...text].length > max;
}

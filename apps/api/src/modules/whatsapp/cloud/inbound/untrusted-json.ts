/** Readers for JSON that anybody may have written: each returns what is safe to keep, or undefined. None throws, none recurses. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Longer identifiers than this fit no index and come from no provider. */
export const MAX_ID_LENGTH = 512;
/** WhatsApp allows 4096; anything up to this is kept whole. */
export const MAX_TEXT_LENGTH = 65_536;
const UNSTORABLE = /[\0\p{Surrogate}]/gu;
const SINGLE_UNSTORABLE = /[\0\p{Surrogate}]/u;

/** PostgreSQL refuses NUL and lone surrogates: both become U+FFFD. */
export function storable(text: string): string {
  return SINGLE_UNSTORABLE.test(text) ? text.replace(UNSTORABLE, '\uFFFD') : text;
}

/** Cuts at a number of UTF-16 units without parting a surrogate pair. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown, maxLength: number = MAX_TEXT_LENGTH): string | undefined {
  return typeof value === 'string' ? storable(cut(value, maxLength)) : undefined;
}

export function asFilledText(value: unknown, maxLength: number = MAX_TEXT_LENGTH): string | undefined {
  return typeof value === 'string' && value !== '' ? storable(cut(value, maxLength)) : undefined;
}

/** An identifier: never cut, since a cut one would name something else. */
export function asId(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value !== 'string' || value === '' || value.length > MAX_ID_LENGTH) return undefined;
  return SINGLE_UNSTORABLE.test(value) ? undefined : value;
}

export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

import { asText, cut, storable } from './untrusted-json.js';

const MAX_DEPTH = 6;
const MAX_ENTRIES = 200;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** A bounded, storable copy of what a form answered: deeper levels become "…", and keys that reach prototypes are dropped. */
export function plainValues(source: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return copyObject(source, 1);
}

function copyObject(source: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(source).slice(0, MAX_ENTRIES)) {
    if (!FORBIDDEN.has(key)) copy[storable(cut(key, 200))] = copyValue(value, depth);
  }
  return copy;
}

function copyValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return asText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.slice(0, MAX_ENTRIES).map((item) => copyValue(item, depth + 1));
  return copyObject(value as Record<string, unknown>, depth + 1);
}

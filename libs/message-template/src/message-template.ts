/** A piece of a message: text as it is, or the place of a variable with how it was written. */
export type TemplatePart = { kind: 'text'; text: string } | { kind: 'variable'; name: string; written: string };

export interface Rendering {
  text: string;
  /** Variables with neither value nor default, once each in order; their places are left as written. */
  missing: string[];
  /** Variables whose default was used, once each in order. */
  usedFallbacks: string[];
}

export type TemplateValues = Readonly<Record<string, string | null | undefined>>;

/** `{nombre}`, `{precio mayorista}`. Doubled braces belong to WhatsApp's own templates and are left alone. */
const VARIABLE = /(?<!\{)\{([\p{L}_][\p{L}\p{N}_ .-]{0,39})\}(?!\})/gu;

export function parseTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(VARIABLE)) {
    if (match.index > end) parts.push({ kind: 'text', text: template.slice(end, match.index) });
    parts.push({ kind: 'variable', name: nameOf(match[1] ?? ''), written: match[0] });
    end = match.index + match[0].length;
  }
  if (end < template.length) parts.push({ kind: 'text', text: template.slice(end) });
  return parts;
}

/** The names used, in lower case, once each, in order. */
export function listVariables(template: string): string[] {
  return unique(parseTemplate(template).flatMap((part) => (part.kind === 'variable' ? [part.name] : [])));
}

/**
 * Puts values in their places, once: nothing is computed, nothing is looked up beyond the given names, and a value that holds braces is not
 * rendered again. Names ignore case; an empty or blank value counts as none.
 */
export function renderTemplate(template: string, values: TemplateValues, defaults: TemplateValues = {}): Rendering {
  const given = byName(values);
  const fallbacks = byName(defaults);
  const missing: string[] = [];
  const usedFallbacks: string[] = [];
  const texts = parseTemplate(template).map((part) => {
    if (part.kind === 'text') return part.text;
    const value = given.get(part.name);
    if (value !== undefined) return value;
    const fallback = fallbacks.get(part.name);
    (fallback === undefined ? missing : usedFallbacks).push(part.name);
    return fallback ?? part.written;
  });
  return { text: texts.join(''), missing: unique(missing), usedFallbacks: unique(usedFallbacks) };
}

/** A map has no prototype to reach, so `{constructor}` and `{__proto__}` are names like any other. */
function byName(values: TemplateValues): Map<string, string> {
  const map = new Map<string, string>();
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string' && value.trim() !== '') map.set(nameOf(name), value);
  return map;
}

function nameOf(written: string): string {
  return written.normalize('NFC').trim().toLowerCase();
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}

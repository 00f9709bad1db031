import { minorUnitDigits } from './minor-units.js';
import { money, type Money } from './money.js';

const GROUPED = /^\d{1,3}(?:\D\d{3})+$/;

/**
 * Reads an amount as people type it: `1.234,50`, `1,234.50`, `$ 1 234`, `450000`. The last separator is the decimal one only if no more digits
 * follow it than the currency has; otherwise separators only group. Undefined when it is not an amount, or has more decimals than the currency.
 */
export function parseMoney(text: string, currency: string): Money | undefined {
  const digits = minorUnitDigits(currency);
  const cleaned = text
    .trim()
    .replace(/^(?:[A-Z]{1,3}\s*)?[$€£₲¥]?\s*|\s*(?:[A-Z]{3}|[$€£₲¥])$/gu, '')
    .replace(/[\s\u00a0\u202f'’]/gu, '');
  const sign = cleaned.startsWith('-') ? -1 : 1;
  const unsigned = cleaned.replace(/^[-+]/, '');
  if (!/^\d[\d.,]*$/.test(unsigned) || unsigned.length > 24) return undefined;
  const parts = split(unsigned, digits);
  if (parts === undefined) return undefined;
  const amount = Number(parts.whole + parts.fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? money(sign * amount, currency) : undefined;
}

function split(text: string, digits: number): { whole: string; fraction: string } | undefined {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last === -1) return { whole: text, fraction: '' };
  const whole = text.slice(0, last);
  const fraction = text.slice(last + 1);
  const groups = whole.replace(/[.,]/g, '');
  const separator = text.charAt(last);
  const repeated = whole.includes(separator);
  if (!repeated && fraction.length >= 1 && fraction.length <= digits && (groups === whole || GROUPED.test(whole)))
    return { whole: groups, fraction };
  return GROUPED.test(text) && new Set(text.replace(/\d/g, '')).size === 1
    ? { whole: groups + fraction, fraction: '' }
    : undefined;
}

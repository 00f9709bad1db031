import { minorUnitDigits } from './minor-units.js';
import type { Money } from './money.js';

const formatters = new Map<string, Intl.NumberFormat>();
const NO_BREAK_SPACE = '\u00a0';

/** As people of the locale write it, with no-break spaces, so that a price never parts at the end of a line; whole amounts lose their zero decimals. */
export function formatMoney(value: Money, locale: string): string {
  const digits = minorUnitDigits(value.currency);
  const whole = value.amount % 10 ** digits === 0;
  return formatter(locale, value.currency, whole ? 0 : digits)
    .format(majorUnits(value))
    .replace(/[ \u202f]/g, NO_BREAK_SPACE);
}

/** The amount in major units with a point: `1234.50`, `-0.05`, `1990` for CLP. For spreadsheets and other machines. */
export function decimalMoney(value: Money): string {
  const digits = minorUnitDigits(value.currency);
  const magnitude = String(Math.abs(value.amount)).padStart(digits + 1, '0');
  const sign = value.amount < 0 ? '-' : '';
  return digits === 0 ? sign + magnitude : `${sign}${magnitude.slice(0, -digits)}.${magnitude.slice(-digits)}`;
}

/** A decimal as text keeps every digit of the amount; a quotient of doubles would not. */
function majorUnits(value: Money): Intl.StringNumericLiteral {
  return decimalMoney(value) as Intl.StringNumericLiteral;
}

function formatter(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const key = `${locale}|${currency}|${digits}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formatters.set(key, made);
  return made;
}

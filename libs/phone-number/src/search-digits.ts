import type { E164 } from './e164.js';

export const SHORTEST_SEARCH = 4;
export const LONGEST_SEARCH = 10;

/** The last 4, 5, … 10 digits: what people type to find a number. Each is indexed blindly, since the number itself is stored encrypted. */
export function lastDigits(number: E164): string[] {
  const digits = number.replace(/\D/g, '');
  const endings: string[] = [];
  for (let length = SHORTEST_SEARCH; length <= Math.min(LONGEST_SEARCH, digits.length); length += 1)
    endings.push(digits.slice(-length));
  return endings;
}

/** The digits of a search to look up in that index; undefined when there are too few to tell people apart. */
export function searchDigits(typed: string): string | undefined {
  const digits = typed.replace(/\D/g, '');
  return digits.length < SHORTEST_SEARCH ? undefined : digits.slice(-LONGEST_SEARCH);
}

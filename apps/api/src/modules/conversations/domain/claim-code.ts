/** Crockford's base 32: no letter that reads like a digit. */
export const CLAIM_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const PATTERN = /\bref[.:#\s]{0,3}([0-9A-HJKMNP-TV-Z]{6,8})\b/i;
const LONGEST_TEXT = 4096;

/** The claim code of a tracked link in a customer's text, upper case; null when there is none. */
export function findClaimCode(text: string | null | undefined): string | null {
  if (!text) return null;
  return PATTERN.exec(text.slice(0, LONGEST_TEXT))?.[1]?.toUpperCase() ?? null;
}

/** The prefilled text of a link with its code, as `findClaimCode` reads it back. */
export const writeClaimCode = (text: string, code: string): string => `${text.trim()} (ref ${code})`;

const WITH_BRACKETS = /\s*\(?\bref[.:#\s]{0,3}[0-9A-HJKMNP-TV-Z]{6,8}\b\)?/i;

/** The customer's own words: what they say without the code that a link put there. */
export const withoutClaimCode = (text: string): string =>
  text.length > LONGEST_TEXT ? text : text.replace(WITH_BRACKETS, '');

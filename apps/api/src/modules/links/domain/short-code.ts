/** Crockford's base 32: no letter that reads like a digit. Its length divides 256, so a byte picks a letter without bias. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const SLUG_LENGTH = 7;
export const CLICK_CODE_LENGTH = 6;
export const SLUG_PATTERN = /^[0-9a-hjkmnp-tv-z]{7}$/;

const written = (bytes: Uint8Array): string => Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** The name of a link in its short address, from 7 random bytes. */
export const slugFrom = (bytes: Uint8Array): string => written(bytes).toLowerCase();

/** What a click gives its visitor to carry, from 6 random bytes. */
export const clickCodeFrom = (bytes: Uint8Array): string => written(bytes);

/** A slug as somebody may have typed it; undefined when it can be none, so that no database is asked. */
export function readSlug(typed: string): string | undefined {
  const slug = typed.toLowerCase();
  return SLUG_PATTERN.test(slug) ? slug : undefined;
}

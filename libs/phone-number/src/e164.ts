import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/** `+` and 5 to 15 digits, the first not zero. */
export type E164 = string;

const E164_SHAPE = /^\+[1-9]\d{4,14}$/;

export function isE164(text: string): boolean {
  return E164_SHAPE.test(text);
}

/**
 * Reads a number as people write it. `country` (ISO 3166 alpha-2) is used only when the number does not begin with `+` or `00`. Nothing is corrected:
 * a missing mobile prefix is not added, since that may be somebody else's number. Undefined when no length of that country fits.
 */
export function toE164(input: string, country?: string): E164 | undefined {
  const text = input.normalize('NFKC').trim();
  if (text.length > 40 || !/\d/.test(text) || /\p{L}/u.test(text)) return undefined;
  const international = text.replace(/^00/, '+');
  const digits = international.replace(/\D/g, '');
  if (/^\D*\+/.test(international)) {
    const written = `+${digits}`;
    return isE164(written) && parsePhoneNumberFromString(written)?.isPossible() === true ? written : undefined;
  }
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) return undefined;
  const parsed = parsePhoneNumberFromString(international, country as CountryCode);
  return parsed?.isPossible() === true && isE164(parsed.number) ? parsed.number : undefined;
}

/** WhatsApp writes numbers as bare digits with the country code; it knows its own numbers, so only the shape is checked. */
export function fromWaId(waId: string): E164 | undefined {
  const number = `+${waId.replace(/^\+/, '')}`;
  return isE164(number) ? number : undefined;
}

/** Grouped as its country does: `+54 9 11 5550-1234`. A number of no known country comes back as it is. */
export function formatInternational(number: E164): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

/** ISO 3166 alpha-2 country of the number, when its prefix belongs to one. */
export function countryOf(number: E164): string | undefined {
  return parsePhoneNumberFromString(number)?.country;
}

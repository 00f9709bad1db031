export { countryOf, formatInternational, fromWaId, isE164, toE164, type E164 } from './e164.js';
export { maskPhone } from './mask-phone.js';
export { lastDigits, LONGEST_SEARCH, searchDigits, SHORTEST_SEARCH } from './search-digits.js';
export { phoneVariants } from './variants.js';

const PORTUGUESE = new Set(['BR', 'PT']);
const ENGLISH = new Set(['AU', 'BB', 'BS', 'BZ', 'CA', 'GB', 'GY', 'IE', 'JM', 'NZ', 'TT', 'US']);

/** The locale in which a business of the country writes its prices, whatever language its reader speaks: customer and advisor see the same figure. */
export function moneyLocale(country: string | undefined): string {
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) return 'es-419';
  if (PORTUGUESE.has(country)) return `pt-${country}`;
  return ENGLISH.has(country) ? `en-${country}` : `es-${country}`;
}

/** Money in words. `amount` is in minor units; how many of them make one is the currency's own. */
export function moneyText({ amount, currency }: { amount: number; currency: string }, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** How numbers are written: in the person's language as the business's country writes them, where both go together. */
export function localeOf(language: string, country: string | undefined): string {
  if (language !== 'es' || !country) return language;
  return /^[A-Z]{2}$/.test(country) ? `es-${country}` : language;
}

/** Currencies whose smallest unit is not a hundredth, by decimal digits. Source: ISO 4217 list one. */
const DIGITS: Readonly<Record<number, readonly string[]>> = {
  0: [
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'UYI',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ],
  3: ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'],
  4: ['CLF', 'UYW'],
};

const BY_CURRENCY = new Map<string, number>(
  Object.entries(DIGITS).flatMap(([digits, currencies]) =>
    currencies.map((currency) => [currency, Number(digits)] as const),
  ),
);

/** How many decimal digits the currency's minor unit has: 2 for most, 0 for CLP and PYG. */
export function minorUnitDigits(currency: string): number {
  return BY_CURRENCY.get(currency) ?? 2;
}

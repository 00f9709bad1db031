import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { moneyAmounts } from '../guard/figures.js';
import { formatMoney } from './money-format.js';

describe('formatMoney', () => {
  it.each([
    [1_320_000, 'ARS', '$ 1.320.000'],
    [999, 'ARS', '$ 999'],
    [1000, 'ARS', '$ 1.000'],
    [1234.5, 'ARS', '$ 1.234,50'],
    [89_900, 'COP', '$ 89.900'],
    [12_990, 'CLP', '$ 12.990'],
    [4.25, 'USD', '$4.25'],
    [4.9, 'USD', '$4.90'],
    [1200, 'USD', '$1,200'],
    [0, 'USD', '$0'],
    [0.5, 'USD', '$0.50'],
    [1_000_000, 'USD', '$1,000,000'],
    [7499, 'MXN', '$7,499'],
    [7499.9, 'MXN', '$7,499.90'],
    [1234.5, 'BRL', 'R$ 1.234,50'],
    [99, 'BRL', 'R$ 99,00'],
    [15, 'PEN', '$ 15'],
  ])('%d %s is written %s', (amount, currency, text) => {
    expect(formatMoney(amount, currency)).toBe(text);
  });

  it('writes what the guard reads as the same sum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.constantFrom('ARS', 'USD', 'MXN', 'BRL', 'COP', 'CLP', 'PEN'),
        (cents, currency) => {
          expect(moneyAmounts(formatMoney(cents / 100, currency))[0]).toBeCloseTo(cents / 100, 2);
        },
      ),
    );
  });

  it('never breaks a line', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.constantFrom('ARS', 'USD', 'BRL'),
        (amount, currency) => {
          expect(formatMoney(amount, currency)).not.toMatch(/\n|NaN|undefined/);
        },
      ),
    );
  });
});

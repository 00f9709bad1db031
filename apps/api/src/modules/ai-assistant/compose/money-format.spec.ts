import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { moneyAmounts } from '../guard/figures.js';
import { moneyWords } from './money-format.js';

const SHOPS = [
  ['ARS', 'AR'],
  ['BOB', 'BO'],
  ['BRL', 'BR'],
  ['CLP', 'CL'],
  ['COP', 'CO'],
  ['CRC', 'CR'],
  ['DOP', 'DO'],
  ['EUR', 'ES'],
  ['GTQ', 'GT'],
  ['HNL', 'HN'],
  ['MXN', 'MX'],
  ['NIO', 'NI'],
  ['PEN', 'PE'],
  ['PYG', 'PY'],
  ['USD', 'AR'],
  ['USD', 'EC'],
  ['USD', 'PE'],
  ['USD', 'SV'],
  ['USD', 'US'],
  ['USD', 'VE'],
  ['UYU', 'UY'],
] as const;

describe('moneyWords', () => {
  it.each([
    [1_320_000, 'ARS', 'AR', '$ 1.320.000'],
    [1234.5, 'ARS', 'AR', '$ 1.234,50'],
    [900, 'USD', 'AR', 'US$ 900'],
    [89_900, 'COP', 'CO', '$ 89.900'],
    [12_990, 'CLP', 'CL', '$12.990'],
    [4.25, 'USD', 'EC', '$4,25'],
    [1199, 'USD', 'EC', '$1.199'],
    [4.9, 'USD', 'US', '$4.90'],
    [7499.9, 'MXN', 'MX', '$7,499.90'],
    [99, 'BRL', 'BR', 'R$ 99'],
    [15, 'PEN', 'PE', 'S/ 15'],
  ])('%d %s in %s is written %s', (amount, currency, country, text) => {
    expect(moneyWords(amount, currency, country)).toBe(text.replace(/ /g, '\u00a0'));
  });

  it('writes what the guard reads as the same sum of money', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.constantFrom(...SHOPS),
        (amount, [currency, country]) => {
          expect(moneyAmounts(`Cuesta ${moneyWords(amount, currency, country)}.`)).toEqual([amount]);
        },
      ),
    );
  });

  it('keeps cents for the guard', () => {
    const counted = SHOPS.filter(([currency]) => currency !== 'CLP' && currency !== 'PYG');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom(...counted),
        (cents, [currency, country]) => {
          expect(moneyAmounts(moneyWords(cents / 100, currency, country))[0]).toBeCloseTo(cents / 100, 2);
        },
      ),
    );
  });
});

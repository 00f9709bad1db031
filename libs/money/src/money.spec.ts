import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addMoney,
  compareMoney,
  decimalMoney,
  formatMoney,
  minorUnitDigits,
  money,
  moneyLocale,
  multiplyMoney,
  parseMoney,
  sameMoney,
  subtractMoney,
  sumMoney,
} from './index.js';

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const currency = fc.constantFrom('USD', 'ARS', 'CLP', 'PYG', 'KWD', 'BRL', 'MXN');

describe('money', () => {
  it('is a whole number of minor units', () => {
    expect(() => money(1.5, 'USD')).toThrow(RangeError);
    expect(() => money(Number.MAX_SAFE_INTEGER + 1, 'USD')).toThrow(RangeError);
    expect(() => money(NaN, 'USD')).toThrow(RangeError);
    expect(() => money(1, 'usd')).toThrow(RangeError);
    expect(Object.is(money(-0, 'USD').amount, 0)).toBe(true);
  });

  it('adds, subtracts and sums one currency only', () => {
    expect(addMoney(money(150, 'USD'), money(275, 'USD'))).toEqual({ amount: 425, currency: 'USD' });
    expect(subtractMoney(money(150, 'USD'), money(275, 'USD'))).toEqual({ amount: -125, currency: 'USD' });
    expect(sumMoney([money(1, 'ARS'), money(2, 'ARS')], 'ARS')).toEqual({ amount: 3, currency: 'ARS' });
    expect(sumMoney([], 'CLP')).toEqual({ amount: 0, currency: 'CLP' });
    expect(() => addMoney(money(1, 'USD'), money(1, 'ARS'))).toThrow('USD and ARS');
    expect(() => compareMoney(money(1, 'USD'), money(1, 'ARS'))).toThrow(RangeError);
  });

  it('orders and compares', () => {
    expect([money(3, 'USD'), money(1, 'USD'), money(2, 'USD')].sort(compareMoney).map((value) => value.amount)).toEqual(
      [1, 2, 3],
    );
    expect(sameMoney(money(3, 'USD'), money(3, 'USD'))).toBe(true);
    expect(sameMoney(money(3, 'USD'), money(3, 'ARS'))).toBe(false);
  });

  it.each([
    [1000, 1.005, 1005],
    [100, 1.005, 101],
    [-100, 1.005, -101],
    [333, 0.5, 167],
    [1, 1e-7, 0],
    [7, 1e3, 7000],
    [450_000, 0.21, 94_500],
  ])('multiplies %i by %d to %i, half away from zero', (start, factor, expected) => {
    expect(multiplyMoney(money(start, 'USD'), factor).amount).toBe(expected);
  });

  it('refuses a factor that is no number', () => {
    expect(() => multiplyMoney(money(1, 'USD'), Infinity)).toThrow(RangeError);
  });

  it('adding is undone by subtracting, and multiplying by a count is repeated adding', () => {
    fc.assert(
      fc.property(amount, amount, currency, fc.integer({ min: 0, max: 20 }), (left, right, code, count) => {
        expect(subtractMoney(addMoney(money(left, code), money(right, code)), money(right, code)).amount).toBe(
          left === 0 ? 0 : left,
        );
        expect(multiplyMoney(money(left, code), count)).toEqual(
          sumMoney(
            Array.from({ length: count }, () => money(left, code)),
            code,
          ),
        );
      }),
    );
  });
});

describe('minor units', () => {
  it.each([
    ['USD', 2],
    ['ARS', 2],
    ['CLP', 0],
    ['PYG', 0],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
  ])('%s has %i digits', (code, digits) => expect(minorUnitDigits(code)).toBe(digits));
});

describe('formatting', () => {
  it.each([
    [45_000_000, 'ARS', 'es-AR', '$ 450.000'],
    [45_000_050, 'ARS', 'es-AR', '$ 450.000,50'],
    [199_990, 'CLP', 'es-CL', '$199.990'],
    [129_999, 'USD', 'en-US', '$1,299.99'],
    [130_000, 'USD', 'en-US', '$1,300'],
    [130_000, 'BRL', 'pt-BR', 'R$ 1.300'],
    [-500, 'USD', 'en-US', '-$5'],
  ])('%i %s in %s is %s', (value, code, locale, expected) => {
    expect(formatMoney(money(value, code), locale)).toBe(expected.replace(/ /g, '\u00a0'));
  });

  it.each([
    ['EC', 'es-EC'],
    ['BR', 'pt-BR'],
    ['US', 'en-US'],
    ['x', 'es-419'],
    [undefined, 'es-419'],
  ])('prices of a business in %s are written as in %s', (country, locale) => expect(moneyLocale(country)).toBe(locale));

  it('holds no space that could break a line', () => {
    fc.assert(
      fc.property(
        amount,
        currency,
        fc.constantFrom('es-AR', 'es-EC', 'pt-BR', 'en-US', 'fr-FR'),
        (value, code, locale) => {
          expect(formatMoney(money(value, code), locale)).not.toMatch(/[ \u202f]/);
        },
      ),
    );
  });

  it.each([
    [5, 'USD', '0.05'],
    [-5, 'USD', '-0.05'],
    [1990, 'CLP', '1990'],
    [1234, 'KWD', '1.234'],
    [Number.MAX_SAFE_INTEGER, 'USD', '90071992547409.91'],
  ])('%i %s as a decimal is %s', (value, code, expected) => expect(decimalMoney(money(value, code))).toBe(expected));
});

describe('reading what people type', () => {
  it.each([
    ['1.234,50', 'ARS', 123_450],
    ['1,234.50', 'USD', 123_450],
    ['$ 450.000', 'ARS', 45_000_000],
    ['450000', 'ARS', 45_000_000],
    ['1.234.567', 'CLP', 1_234_567],
    ['199.990', 'CLP', 199_990],
    ['12,5', 'USD', 1250],
    ['-3.99', 'USD', -399],
    ["1'234.50", 'USD', 123_450],
    ['US$ 20', 'USD', 2000],
    ['R$ 1.300,00', 'BRL', 130_000],
    ['20 USD', 'USD', 2000],
  ])('%s in %s is %i', (text, code, expected) => expect(parseMoney(text, code)?.amount).toBe(expected));

  it.each(['', 'abc', '1,2,3', '1.23.4', '12.345,678', '1..2', '12.', '9'.repeat(25), '--5', '١٢'])(
    '%p is not an amount',
    (text) => {
      expect(parseMoney(text, 'USD')).toBeUndefined();
    },
  );

  it('reads back every decimal it writes', () => {
    fc.assert(
      fc.property(amount, currency, (value, code) => {
        const start = money(value, code);
        expect(parseMoney(decimalMoney(start), code)).toEqual(start);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { moneyWords } from '../../compose/money-format.js';
import { readMessage } from '../read-message.js';
import { moneyIn, parseFigure, readBudget } from './money.js';

const amounts = (text: string): number[] =>
  moneyIn(readMessage(text))
    .filter(({ explicit }) => explicit)
    .map(({ amount }) => amount);
const budget = (text: string, asked = false): number | null => readBudget(readMessage(text), asked);

describe('sums of money', () => {
  it.each([
    ['$ 1.250.000', [1_250_000]],
    ['$1,250,000', [1_250_000]],
    ['USD 1,250.75', [1250.75]],
    ['R$ 1.250,75', [1250.75]],
    ['u$s 300', [300]],
    ['45 lucas', [45_000]],
    ['una luca', [1000]],
    ['3 palos', [3_000_000]],
    ['2 palos y medio', [2_500_000]],
    ['medio palo', [500_000]],
    ['dos millones', [2_000_000]],
    ['1.5 millones', [1_500_000]],
    ['700k', [700_000]],
    ['120 mil pesos', [120_000]],
    ['cien dólares', [100]],
    ['50 verdes', [50]],
    ['90 bucks', [90]],
    ['200 reais', [200]],
    ['entre 200 mil y 300 mil', [200_000, 300_000]],
  ])('in "%s" are %j', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });

  it.each(['el de 128 gb', 'a15', '3 puestos', 'iphone 13', 'el 20 de mayo', 'un sofá', 'medio día', 'x10', 'km 45'])(
    'are not in "%s"',
    (text) => {
      expect(amounts(text)).toEqual([]);
    },
  );

  it('are read back as they are written in every country', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 99_999_999 }),
        fc.constantFrom(
          ['ARS', 'AR'],
          ['COP', 'CO'],
          ['CLP', 'CL'],
          ['USD', 'EC'],
          ['USD', 'AR'],
          ['MXN', 'MX'],
          ['BRL', 'BR'],
        ),
        (amount, [currency, country]) => {
          expect(amounts(moneyWords(amount, currency, country))).toEqual([amount]);
        },
      ),
    );
  });

  it('keep their cents where the currency counts them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }).filter((cents) => cents % 100 !== 0),
        fc.constantFrom(['USD', 'EC'], ['USD', 'US'], ['MXN', 'MX'], ['BRL', 'BR']),
        (cents, [currency, country]) => {
          expect(amounts(moneyWords(cents / 100, currency, country))[0]).toBeCloseTo(cents / 100, 2);
        },
      ),
    );
  });
});

describe('parseFigure', () => {
  it.each([
    ['1.320.000', 1_320_000],
    ['1,320,000', 1_320_000],
    ['1.320', 1320],
    ['1,320', 1320],
    ['4.25', 4.25],
    ['4,25', 4.25],
    ['1.320,50', 1320.5],
    ['1,320.50', 1320.5],
    ['0,5', 0.5],
    ['980', 980],
  ])('%s is %d', (text, value) => {
    expect(parseFigure(text)).toBe(value);
  });
});

describe('the budget', () => {
  it.each([
    ['no quiero gastar más de 400 lucas', 400_000],
    ['tengo como 600 dólares', 600],
    ['mi presupuesto ronda los $900', 900],
    ['que no se pase de 250 mil', null],
    ['que no pase de 250 mil', 250_000],
    ['algo por debajo de 1.000.000', 1_000_000],
    ['dispongo de 350 dólares', 350],
    ['máximo 80 mil', 80_000],
    ['mi tope es 500', 500],
    ['entre 100 y 150 dólares', 150],
    ['me alcanza para un palo', 1_000_000],
    ['under 300 dollars', 300],
    ['my budget is around 1200', 1200],
    ['até 500 reais', 500],
    ['meu orçamento é de 2 mil', 2000],
    ['cuento con 1.200.000', 1_200_000],
  ])('in "%s" is %j', (text, expected) => {
    expect(budget(text)).toBe(expected);
  });

  it.each([
    'te doy 200 lucas por la tele',
    'me lo dejás en 300 mil?',
    'ya pagué 500 dólares',
    'en otro lado está a 250 mil',
    'la quiero de 55 pulgadas',
    'hasta 12 cuotas',
    'para 6 personas',
    'tengo 2 hijos',
    'hasta las 20 horas',
    'entre 10 y 12 am',
  ])('is not in "%s"', (text) => {
    expect(budget(text)).toBeNull();
  });

  it('may be a bare figure once it was asked for, and never else', () => {
    expect(budget('unos 700', true)).toBe(700);
    expect(budget('350', true)).toBe(350);
    expect(budget('350')).toBeNull();
    expect(budget('2', true)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';

import { fold } from '../understand/text/clean-text.js';
import { moneyAmounts, numbersIn } from './figures.js';
import { withFigures } from './spelled-figures.js';

const spelled = (text: string): string => withFigures(fold(text));

describe('numbers in words', () => {
  it.each([
    ['trescientos mil pesos', '$300000 pesos'],
    ['doscientos noventa y cinco mil', '$295000'],
    ['mil doscientos', '$1200'],
    ['dos millones quinientos mil', '$2500000'],
    ['un palo y medio', '$1500000'],
    ['una luca', '$1000'],
    ['cien dólares', '100 dolares'],
    ['treinta y dos', '32'],
    ['duzentos e cinquenta reais', '250 reais'],
    ['dois mil', '$2000'],
    ['um milhão', '$1000000'],
    ['three hundred dollars', '300 dollars'],
    ['two thousand five hundred', '$2500'],
    ['one million', '$1000000'],
    ['quedan dos unidades', 'quedan 2 unidades'],
    ['veinte por ciento', '20 por ciento'],
  ])('"%s" are "%s"', (text, figures) => {
    expect(spelled(text)).toBe(figures);
  });

  it.each([
    'mil gracias por escribir',
    'por ciento',
    '310 mil pesos',
    'un sofá',
    'una milanesa',
    'el doctor seisdedos',
    'sin novedades',
    'a la mañana',
    '',
  ])('"%s" holds none', (text) => {
    expect(spelled(text)).toBe(fold(text));
  });
});

describe('figures', () => {
  it.each([
    ['310 mil', [310_000]],
    ['2 palos', [2_000_000]],
    ['1.5 millones', [1_500_000]],
    ['45k', [45_000]],
    ['9:30-18:30', [9, 30, 18, 30]],
    ['1.320.000', [1_320_000]],
    ['milanesas 3', [3]],
    ['3 milanesas', [3]],
    ['', []],
  ])('in "%s" are %j', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  it.each([
    ['$ 310 mil', [310_000]],
    ['310 mil pesos', [310_000]],
    ['USD 45k', [45_000]],
    ['5 de pesos', [5]],
    ['3 unidades', []],
    ['128GB', []],
    ['4k', []],
    ['$1,234.50 y € 20', [1234.5, 20]],
  ])('are sums in "%s": %j', (text, sums) => {
    expect(moneyAmounts(text)).toEqual(sums);
  });
});

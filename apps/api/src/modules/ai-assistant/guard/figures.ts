import { fold } from '../understand/text/clean-text.js';
import { parseFigure } from '../understand/slots/money.js';

const MONEY =
  /(?:u\$s|us\$|r\$|\$|€|\b(?:ars|usd|cop|mxn|brl|eur)\b)\s{0,3}(\d[\d.,]{0,18})|(\d[\d.,]{0,18})\s{0,3}(?:ars|usd|cop|mxn|brl|eur|pesos?|dolares|dolar|reais|real|dollars?|euros?|lucas?|palos?|mil)\b/g;

/** Every number of a text, as it is meant ("1.320.000" is one). */
export function numbersIn(text: string): number[] {
  return [...fold(text).matchAll(/\d[\d.,]{0,18}/g)]
    .map((match) => parseFigure(match[0].replace(/[.,]+$/, '')))
    .filter(Number.isFinite);
}

/** Every sum of money of a text, by its sign or the word after it. */
export function moneyAmounts(text: string): number[] {
  return [...fold(text).matchAll(MONEY)]
    .map((match) => parseFigure((match[1] ?? match[2] ?? '').replace(/[.,]+$/, '')))
    .filter(Number.isFinite);
}

/** Whether two sums are the same to the cent. */
export function sameAmount(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.005;
}

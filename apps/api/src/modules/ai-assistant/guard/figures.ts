import { fold } from '../understand/text/clean-text.js';
import { parseFigure } from '../understand/slots/money.js';

const TIMES = '(?:\\s{0,2}(mil|lucas?|k|palos?|millon(?:es)?|milhao|milhoes|thousand|million)(?![a-z\\d]))?';
const SIGN =
  '(?:u\\$s|us\\$|r\\$|\\$|€|₡|₲|(?<![a-z\\d])(?:(?:ars|bob|brl|clp|cop|crc|dop|eur|gtq|hnl|mxn|nio|pen|pyg|usd|uyu|ves)(?![a-z\\d])|(?:bs|gs)(?![a-z\\d])\\.?|s/\\.?|[lq](?=\\s?\\d)))';
const FIGURE = '(\\d[\\d.,]{0,18})';
const UNIT =
  '(?:\\s{0,3}(?:de )?(?:€|ars|usd|cop|mxn|brl|eur|pesos?|dolares|dolar|reais|real|dollars?|bucks|euros?)(?![a-z\\d]))';
const MONEY = new RegExp(`${SIGN}\\s{0,3}${FIGURE}${TIMES}|${FIGURE}${TIMES}(${UNIT})?`, 'g');
const NUMBER = new RegExp(`${FIGURE}${TIMES}`, 'g');

/** Every number of a text, as it is meant ("1.320.000" is one, "310 mil" is 310,000). */
export function numbersIn(text: string): number[] {
  return [...folded(text).matchAll(NUMBER)].map((match) => amountOf(match[1], match[2])).filter(Number.isFinite);
}

/** Every sum of money of a text, by its sign or the word after it. */
export function moneyAmounts(text: string): number[] {
  return [...folded(text).matchAll(MONEY)].flatMap(([, signed, times, plain, plainTimes, unit]) => {
    const isMoney = signed !== undefined || unit !== undefined || (plainTimes !== undefined && plainTimes !== 'k');
    const amount = amountOf(signed ?? plain, times ?? plainTimes);
    return isMoney && Number.isFinite(amount) ? [amount] : [];
  });
}

/** Whether two sums are the same to the cent. */
export function sameAmount(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.005;
}

/** Costa Rica parts thousands with a space that breaks no line. */
const folded = (text: string): string => fold(text.replace(/(?<=\d)\u00a0(?=\d{3}(?!\d))/g, ''));

function amountOf(figure = '', times = ''): number {
  const value = parseFigure(figure.replace(/[.,]+$/, ''));
  if (times === '') return value;
  return Math.round(value * (/^(?:palo|mill|milh)/.test(times) && times !== 'mil' ? 1_000_000 : 1_000) * 100) / 100;
}

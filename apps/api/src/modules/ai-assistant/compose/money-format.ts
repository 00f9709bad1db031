import { formatMoney, minorUnitDigits, money, moneyLocale } from '@hilo/money';

/** "$ 1.320.000" or "$4,25": an amount in major units as the shop's country writes it, and as the panel shows it. */
export function moneyWords(amount: number, currency: string, country: string): string {
  return formatMoney(money(Math.round(amount * 10 ** minorUnitDigits(currency)), currency), moneyLocale(country));
}

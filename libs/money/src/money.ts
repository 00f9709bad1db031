/** An amount in the currency's smallest unit (cents; whole pesos for CLP) and its ISO-4217 code. The amount is a safe integer. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** Throws on a fraction, on what a double cannot hold exactly, and on what is no currency code: money is never silently wrong. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError('An amount of money is a whole number of minor units.');
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError('A currency is three capital letters.');
  return { amount: amount === 0 ? 0 : amount, currency };
}

export function addMoney(left: Money, right: Money): Money {
  requireSameCurrency(left, right);
  return money(left.amount + right.amount, left.currency);
}

export function subtractMoney(left: Money, right: Money): Money {
  requireSameCurrency(left, right);
  return money(left.amount - right.amount, left.currency);
}

/** Rounds half away from zero, as a till does. The factor may be a quantity or a rate; both are read as decimals, so 1.005 is exactly that. */
export function multiplyMoney(value: Money, factor: number): Money {
  if (!Number.isFinite(factor)) throw new RangeError('Money is multiplied by a finite number.');
  const { digits, scale } = decimalOf(factor);
  const product = BigInt(value.amount) * digits;
  const divisor = 10n ** BigInt(scale);
  const magnitude = product < 0n ? -product : product;
  const rounded = (magnitude + divisor / 2n) / divisor;
  return money(Number(product < 0n ? -rounded : rounded), value.currency);
}

export function sumMoney(values: readonly Money[], currency: string): Money {
  return values.reduce(addMoney, money(0, currency));
}

/** Negative, zero or positive, for sorting. */
export function compareMoney(left: Money, right: Money): number {
  requireSameCurrency(left, right);
  return left.amount - right.amount;
}

export function sameMoney(left: Money, right: Money): boolean {
  return left.currency === right.currency && left.amount === right.amount;
}

function requireSameCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency)
    throw new RangeError(`${left.currency} and ${right.currency} cannot be put together.`);
}

function decimalOf(value: number): { digits: bigint; scale: number } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

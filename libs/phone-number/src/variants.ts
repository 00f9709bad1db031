import type { E164 } from './e164.js';

/** Each rule turns one spelling of a mobile number into the other; applied both ways by listing both. */
const RULES: readonly (readonly [pattern: RegExp, other: string])[] = [
  // Argentina: a 9 marks mobiles when called from abroad.
  [/^\+549([1-8]\d{9})$/, '+54$1'],
  [/^\+54([1-8]\d{9})$/, '+549$1'],
  // Brazil: mobiles got a ninth digit; old accounts keep eight. Landlines begin with 2 to 5 and have no variant.
  [/^\+55([1-9]\d)9([6-9]\d{7})$/, '+55$1$2'],
  [/^\+55([1-9]\d)([6-9]\d{7})$/, '+55$19$2'],
  // Mexico: a 1 marked mobiles until 2019, and WhatsApp keeps it.
  [/^\+521([2-9]\d{9})$/, '+52$1'],
  [/^\+52([2-9]\d{9})$/, '+521$1'],
];

/**
 * The number itself first, then the other spellings of the same line in Argentina, Brazil and Mexico. For finding a person only:
 * never send to a variant, it may be somebody else's.
 */
export function phoneVariants(number: E164): E164[] {
  const others = RULES.flatMap(([pattern, other]) => (pattern.test(number) ? [number.replace(pattern, other)] : []));
  return [number, ...others.filter((variant) => variant !== number)];
}

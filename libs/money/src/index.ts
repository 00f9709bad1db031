export {
  addMoney,
  compareMoney,
  money,
  multiplyMoney,
  sameMoney,
  subtractMoney,
  sumMoney,
  type Money,
} from './money.js';
export { decimalMoney, formatMoney } from './format-money.js';
export { moneyLocale } from './money-locale.js';
export { minorUnitDigits } from './minor-units.js';
export { parseMoney } from './parse-money.js';

import { formatMoney, type Money, moneyLocale } from '@hilo/money';
import { useCallback } from 'react';
import { useBusiness } from './business';

/** Money as the business's country writes it, in whatever language the panel is: an advisor reads the figure that the customer was told. */
export function useMoney(): (value: Money) => string {
  const locale = moneyLocale(useBusiness()?.country);
  return useCallback((value: Money) => formatMoney(value, locale), [locale]);
}

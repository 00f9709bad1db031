import { formatMoney, type Money } from '@hilo/money';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from './business';

/** Money as people of the business's country write it: Spanish has a way of its own on each side of the ocean. */
export function useMoney(): (value: Money) => string {
  const { language } = useTranslation().i18n;
  const country = useBusiness()?.country;
  const region = language === 'es' && country ? `es-${country}` : language;
  return useCallback((value: Money) => formatMoney(value, region), [region]);
}

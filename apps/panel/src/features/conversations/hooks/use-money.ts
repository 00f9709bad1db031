import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../app/business';
import { localeOf, moneyText } from '../model/money-text';

/** How the business's country writes numbers, in the person's language. */
export function useLocale(): string {
  const { language } = useTranslation().i18n;
  return localeOf(language, useBusiness()?.country);
}

export function useMoney(): (money: { amount: number; currency: string }) => string {
  const locale = useLocale();
  return useCallback((money) => moneyText(money, locale), [locale]);
}

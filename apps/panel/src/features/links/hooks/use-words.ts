import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../app/business';
import { useMoney } from '../../../app/use-money';

/** Money, counts and days as this person reads them, in the business's time zone. */
export function useWords() {
  const { language } = useTranslation().i18n;
  const timeZone = useBusiness()?.timeZone;
  const money = useMoney();
  return useMemo(() => {
    const number = new Intl.NumberFormat(language);
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    const change = new Intl.NumberFormat(language, {
      style: 'percent',
      maximumFractionDigits: 0,
      signDisplay: 'exceptZero',
    });
    const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
    const calendar = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    return {
      money,
      count: (value: number) => number.format(value),
      percent: (share: number) => percent.format(share),
      change: (share: number) => change.format(share),
      date: (at: string) => date.format(new Date(at)),
      /** A calendar day, `YYYY-MM-DD`. */
      day: (day: string) => calendar.format(new Date(`${day}T00:00:00Z`)),
    };
  }, [language, timeZone, money]);
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../app/business';
import { useMoney } from '../../../app/use-money';

/** Money, days and hours as this person reads them, in the business's time zone. */
export function useWords() {
  const { language } = useTranslation().i18n;
  const timeZone = useBusiness()?.timeZone;
  const money = useMoney();
  return useMemo(() => {
    const format = (options: Intl.DateTimeFormatOptions, locale = language) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone });
    const hour = format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
    const date = format({ day: 'numeric', month: 'short' });
    const dated = format({ weekday: 'long', day: 'numeric', month: 'long' });
    const full = format({ day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' });
    const key = format({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA');
    return {
      money,
      count: (value: number) => new Intl.NumberFormat(language).format(value),
      time: (at: string) => hour.format(new Date(at)),
      day: (at: string) => dated.format(new Date(at)),
      full: (at: string) => full.format(new Date(at)),
      dayKey: (at: string) => key.format(new Date(at)),
      /** The hour today, the day before that. */
      short: (at: string) => {
        const when = new Date(at);
        return key.format(when) === key.format(new Date()) ? hour.format(when) : date.format(when);
      },
    };
  }, [language, timeZone, money]);
}

import { formatMoney, type Money } from '@hilo/money';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../app/business';

/** Money, days and hours as this person reads them, in the business's time zone. */
export function useWords() {
  const { language } = useTranslation().i18n;
  const business = useBusiness();
  const { timeZone, country } = business ?? {};
  return useMemo(() => {
    // Spanish writes money differently on each side of the ocean: as in the business's own country.
    const region = language === 'es' && country ? `es-${country}` : language;
    const format = (options: Intl.DateTimeFormatOptions, locale = language) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone });
    const hour = format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
    const date = format({ day: 'numeric', month: 'short' });
    const dated = format({ weekday: 'long', day: 'numeric', month: 'long' });
    const full = format({ day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' });
    const key = format({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA');
    return {
      money: (value: Money) => formatMoney(value, region),
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
  }, [language, timeZone, country]);
}

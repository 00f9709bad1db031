import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../app/business';

/** Times of the phones, in the person's language and the business's zone. */
export function useSimulatorTimes() {
  const { language } = useTranslation().i18n;
  const timeZone = useBusiness()?.timeZone;
  return useMemo(() => {
    const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone });
    const exact = new Intl.DateTimeFormat(language, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZone,
    });
    const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone });
    const moment = new Intl.DateTimeFormat(language, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    });
    const write = (format: Intl.DateTimeFormat) => (at: string | number) => format.format(new Date(at));
    return { clock: write(clock), exact: write(exact), day: write(day), moment: write(moment) };
  }, [language, timeZone]);
}

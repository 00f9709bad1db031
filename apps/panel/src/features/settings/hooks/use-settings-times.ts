import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../app/business';

/** Moments in the person's language and the business's zone. */
export function useSettingsTimes() {
  const { language } = useTranslation().i18n;
  const timeZone = useBusiness()?.timeZone;
  return useMemo(() => {
    const moment = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    });
    const exact = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZone,
    });
    const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
    const write = (format: Intl.DateTimeFormat) => (at: string) => format.format(new Date(at));
    return { moment: write(moment), exact: write(exact), day: write(day) };
  }, [language, timeZone]);
}

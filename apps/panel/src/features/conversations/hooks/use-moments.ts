import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../app/business';
import { momentsOf, type Moments } from '../model/moments';

/** Times in the person's language and the business's time zone. */
export function useMoments(): Moments {
  const { language } = useTranslation().i18n;
  const timeZone = useBusiness()?.timeZone;
  return useMemo(() => momentsOf(language, timeZone), [language, timeZone]);
}

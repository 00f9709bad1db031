import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../app/business';
import { momentsOf, type Moments } from '../model/moments';

let latest: { language: string; timeZone: string | undefined; moments: Moments } | undefined;

/** Every row and bubble tells a time, and formatters cost too much to be made for each. */
function sharedMoments(language: string, timeZone: string | undefined): Moments {
  if (latest?.language !== language || latest.timeZone !== timeZone)
    latest = { language, timeZone, moments: momentsOf(language, timeZone) };
  return latest.moments;
}

/** Times in the person's language and the business's time zone. */
export function useMoments(): Moments {
  const { language } = useTranslation().i18n;
  return sharedMoments(language, useBusiness()?.timeZone);
}

import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

/** What ISAC understood, in words; an intent that has none yet is shown without its underscores. */
export function useIntentWord(): (intent: string) => string {
  const { t } = useTranslation('conversations');
  return (intent) =>
    i18next.exists(`intents.${intent}`, { ns: 'conversations' })
      ? t(`intents.${intent}` as 'intents.greeting')
      : intent.replaceAll('_', ' ');
}

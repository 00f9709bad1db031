import type { Schemas } from '@hilo/api-client';
import { useTranslation } from 'react-i18next';

type Intent = Schemas['ScoredIntentView']['intent'];

/** What ISAC understood, in words; an intent of a newer server is shown without its underscores. */
export function useIntentWord(): (intent: Intent) => string {
  const { t } = useTranslation('conversations');
  return (intent) => t(`intents.${intent}`, { defaultValue: intent.replaceAll('_', ' ') });
}

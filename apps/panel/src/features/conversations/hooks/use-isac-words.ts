import { useTranslation } from 'react-i18next';
import { assistantStanding, type Conversation } from '../model/conversation';
import { useMoments } from './use-moments';
import { useNow } from './use-now';

/** What ISAC does in a conversation now, and the words for it. */
export function useIsacWords(conversation: Conversation) {
  const { t } = useTranslation('conversations');
  const moments = useMoments();
  const standing = assistantStanding(conversation, useNow());
  const words =
    standing === 'paused'
      ? t('isac.pausedUntil', { time: moments.time(conversation.assistantState.pausedUntil ?? '') })
      : t(`isac.${standing}`);
  return { standing, words };
}

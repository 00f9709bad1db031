import { useTranslation } from 'react-i18next';
import { useFilterWords } from '../components/list/use-filter-words';
import type { Conversation } from '../model/conversation';

/** By which network a customer came. Nothing for those who simply wrote: there is no news in that. */
export function useOriginWord({ source }: Pick<Conversation, 'source'>): string | null {
  const { t } = useTranslation('conversations');
  const words = useFilterWords();
  if (!source || source.network === 'direct') return null;
  return t('row.via', { network: words.network(source.network) });
}

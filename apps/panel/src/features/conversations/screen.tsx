import { Empty, PageHeader } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import type { ConversationSearch } from './search';

export interface ConversationsScreenProps {
  conversationId: string | null;
  search: ConversationSearch;
}

export function ConversationsScreen(_props: ConversationsScreenProps) {
  const { t } = useTranslation('conversations');
  return (
    <>
      <PageHeader title={t('title')} />
      <Empty title={t('notYet')} />
    </>
  );
}

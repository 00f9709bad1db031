import { Empty, PageHeader } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import type { LeadSearch } from './search';

export function LeadsScreen(_props: { search: LeadSearch }) {
  const { t } = useTranslation('leads');
  return (
    <>
      <PageHeader title={t('title')} />
      <Empty title={t('notYet')} />
    </>
  );
}

export function LeadScreen(_props: { leadId: string }) {
  return <LeadsScreen search={{}} />;
}

import { Empty, PageHeader } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import type { LinkSearch } from './search';

export function LinksScreen(_props: { search: LinkSearch }) {
  const { t } = useTranslation('links');
  return (
    <>
      <PageHeader title={t('title')} />
      <Empty title={t('notYet')} />
    </>
  );
}

export function NewLinkScreen() {
  return <LinksScreen search={{}} />;
}

export function LinkScreen(_props: { linkId: string }) {
  return <LinksScreen search={{}} />;
}

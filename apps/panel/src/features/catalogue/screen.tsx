import { Empty, PageHeader } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import type { CatalogueSearch } from './search';

export function CatalogueScreen(_props: { search: CatalogueSearch }) {
  const { t } = useTranslation('catalogue');
  return (
    <>
      <PageHeader title={t('title')} />
      <Empty title={t('notYet')} />
    </>
  );
}

export function ItemScreen(_props: { sku: string }) {
  return <CatalogueScreen search={{}} />;
}

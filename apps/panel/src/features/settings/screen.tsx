import { Empty, PageHeader } from '@hilo/ui';
import { useTranslation } from 'react-i18next';

export function SettingsScreen(_props: { section: string }) {
  const { t } = useTranslation('settings');
  return (
    <>
      <PageHeader title={t('title')} />
      <Empty title={t('notYet')} />
    </>
  );
}

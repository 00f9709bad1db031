import { Empty, PageHeader } from '@hilo/ui';
import { useTranslation } from 'react-i18next';

export function SimulatorScreen() {
  const { t } = useTranslation('simulator');
  return (
    <>
      <PageHeader title={t('title')} />
      <Empty title={t('notYet')} />
    </>
  );
}

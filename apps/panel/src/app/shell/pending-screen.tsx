import { Skeleton, SkeletonRows } from '@hilo/ui';
import { useTranslation } from 'react-i18next';

/** The outline of a screen whose code or data is on its way. */
export function PendingScreen() {
  const { t } = useTranslation('shell');
  return (
    <div className="p-4 md:p-6">
      <Skeleton className="mb-4 h-7 w-40" />
      <SkeletonRows rows={6} label={t('loading')} />
    </div>
  );
}

import { ErrorCard, SkeletonRows } from '@hilo/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemDetail, problemText } from '../../../i18n/problem-text';

/** What stands in for data that is on its way or did not come. */
export function QueryState<T>({ query, rows = 4, children }: { query: UseQueryResult<T>; rows?: number; children: (data: T) => ReactNode }) {
  const { t } = useTranslation('settings');
  if (query.isPending) return <SkeletonRows rows={rows} label={t('loading')} />;
  if (query.isError) {
    return (
      <ErrorCard
        title={t('failed')}
        cause={problemText(query.error)}
        detail={problemDetail(query.error)}
        retrying={query.isFetching}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return <>{children(query.data)}</>;
}

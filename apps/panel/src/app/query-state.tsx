import { SkeletonRows } from '@hilo/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemCard } from './problem-card';

/** What is read of a query, of one answer or of pages. */
export interface Asked<D> {
  data: D | undefined;
  error: unknown;
  isFetching: boolean;
  refetch: () => unknown;
}

export interface QueryStateProps<D> {
  query: Asked<D>;
  /** The words for its not having come. */
  failed: string;
  /** Its shape while it is on its way; rows of a list when nothing else is given. */
  waiting?: ReactNode;
  rows?: number;
  /** What is shown has to be true now: a failed refresh takes it away. Else it stays. */
  live?: boolean;
  children: (data: D) => ReactNode;
}

/** What was asked for, or what stands in for it while it is on its way or did not come. */
export function QueryState<D>({ query, failed, waiting, rows = 6, live = false, children }: QueryStateProps<D>) {
  const { t } = useTranslation('shell');
  const { data, error, isFetching, refetch } = query;
  if (data !== undefined && !(live && error)) return <>{children(data)}</>;
  if (error) return <ProblemCard title={failed} error={error} retrying={isFetching} onRetry={() => void refetch()} />;
  return <>{waiting ?? <SkeletonRows rows={rows} label={t('loading')} />}</>;
}

import { Button, ErrorCard, SkeletonRows } from '@hilo/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemDetail, problemText } from '../../../i18n/problem-text';
import type { usePages } from '../hooks/use-pages';

type Pages = ReturnType<typeof usePages>['query'];

/** The same for a list of pages; what was shown stays while more is asked for. */
export function PagesState({ query, children }: { query: Pages; children: ReactNode }) {
  const { t } = useTranslation('settings');
  if (query.isPending) return <SkeletonRows rows={6} label={t('loading')} />;
  if (query.isError && !query.data) {
    return <ErrorCard title={t('failed')} cause={problemText(query.error)} detail={problemDetail(query.error)} onRetry={() => void query.refetch()} />;
  }
  return <>{children}</>;
}

/** The foot of such a list: more, or again when more did not come. */
export function MorePages({ query }: { query: Pages }) {
  const { t } = useTranslation('settings');
  if (!query.hasNextPage) return null;
  return (
    <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {query.isFetchNextPageError ? t('retryMore') : t('more')}
    </Button>
  );
}

import { ErrorCard, SkeletonRows } from '@hilo/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../app/business';
import { useCan } from '../../../app/session';
import { problemDetail, problemText } from '../../../i18n/problem-text';
import { boardQuery, listQuery } from '../api/lead-queries';
import { useMoveLead } from '../hooks/use-move-lead';
import { filterOf } from '../model/lead-filter';
import type { LeadSearch } from '../search';
import { Board } from './board/board';
import { BoardSkeleton } from './board-skeleton';
import { LeadTable } from './lead-table';
import { NoLeads } from './no-leads';

export interface ViewProps {
  search: LeadSearch;
  filtered: boolean;
  onChange: (change: Partial<LeadSearch>, replace?: boolean) => void;
  onClear: () => void;
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation('leads');
  return (
    <div className="px-4 md:px-6">
      <ErrorCard title={t('failed')} cause={problemText(error)} detail={problemDetail(error)} onRetry={retry} />
    </div>
  );
}

/** The pipeline as columns of cards. */
export function BoardView({ search, filtered, onChange, onClear }: ViewProps) {
  const filter = filterOf(search, useBusiness()?.timeZone ?? 'UTC');
  const mayWrite = useCan('leads:write');
  const { move, asking } = useMoveLead();
  const board = useQuery({ ...boardQuery(filter), placeholderData: keepPreviousData });
  if (board.isPending) return <BoardSkeleton />;
  if (!board.data) return <Failed error={board.error} retry={() => void board.refetch()} />;
  if (board.data.columns.every(({ count }) => count === 0)) return <NoLeads filtered={filtered} onClear={onClear} />;
  return (
    <>
      <Board
        board={board.data}
        filter={filter}
        refreshing={board.isPlaceholderData}
        mayWrite={mayWrite}
        state={search.estado}
        onState={(estado) => onChange({ estado }, true)}
        onMove={move}
      />
      {asking}
    </>
  );
}

/** The same leads as a table. */
export function TableView({ search, filtered, onChange, onClear }: ViewProps) {
  const { t } = useTranslation('shell');
  const filter = filterOf(search, useBusiness()?.timeZone ?? 'UTC');
  const list = useInfiniteQuery({
    ...listQuery({
      ...filter,
      ...(search.estado && { state: search.estado }),
      ...(search.orden && { sort: search.orden }),
    }),
    placeholderData: keepPreviousData,
  });
  if (list.isPending) return <SkeletonRows rows={8} label={t('loading')} />;
  if (!list.data) return <Failed error={list.error} retry={() => void list.refetch()} />;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto md:px-3">
      <LeadTable
        leads={list.data.pages.flatMap(({ data }) => data)}
        sort={search.orden}
        onSort={(orden) => onChange({ orden })}
        refreshing={list.isPlaceholderData}
        more={
          list.hasNextPage
            ? {
                load: () => void list.fetchNextPage(),
                busy: list.isFetchingNextPage,
                failed: list.isFetchNextPageError,
              }
            : undefined
        }
        empty={<NoLeads filtered={filtered} onClear={onClear} />}
      />
    </div>
  );
}

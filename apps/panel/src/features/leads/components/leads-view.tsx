import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../app/business';
import { MorePages, rowsOf } from '../../../app/more-pages';
import { QueryState } from '../../../app/query-state';
import { useCan } from '../../../app/session';
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

/** The pipeline as columns of cards. */
export function BoardView({ search, filtered, onChange, onClear }: ViewProps) {
  const { t } = useTranslation('leads');
  const filter = filterOf(search, useBusiness()?.timeZone ?? 'UTC');
  const mayWrite = useCan('leads:write');
  const { move, asking } = useMoveLead();
  const query = useQuery({ ...boardQuery(filter), placeholderData: keepPreviousData });
  return (
    <>
      <QueryState query={query} failed={t('failed')} waiting={<BoardSkeleton />}>
        {(board) =>
          board.columns.every(({ count }) => count === 0) ? (
            <NoLeads filtered={filtered} onClear={onClear} />
          ) : (
            <Board
              board={board}
              filter={filter}
              refreshing={query.isPlaceholderData}
              mayWrite={mayWrite}
              state={search.estado}
              onState={(estado) => onChange({ estado }, true)}
              onMove={move}
            />
          )
        }
      </QueryState>
      {asking}
    </>
  );
}

/** The same leads as a table. */
export function TableView({ search, filtered, onChange, onClear }: ViewProps) {
  const { t } = useTranslation('leads');
  const filter = filterOf(search, useBusiness()?.timeZone ?? 'UTC');
  const list = useInfiniteQuery({
    ...listQuery({
      ...filter,
      ...(search.estado && { state: search.estado }),
      ...(search.orden && { sort: search.orden }),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="min-h-0 flex-1 overflow-y-auto md:px-3">
      <QueryState query={list} failed={t('failed')} rows={8}>
        {(data) => (
          <LeadTable
            leads={rowsOf(data)}
            sort={search.orden}
            onSort={(orden) => onChange({ orden })}
            refreshing={list.isPlaceholderData}
            empty={<NoLeads filtered={filtered} onClear={onClear} />}
            footer={<MorePages query={list} />}
          />
        )}
      </QueryState>
    </div>
  );
}

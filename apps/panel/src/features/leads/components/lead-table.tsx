import { DataTable, rowLinkClass, type DataColumn, type DataSort } from '@hilo/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../hooks/use-words';
import type { Lead } from '../model/lead';
import type { LeadSort } from '../search';
import { Origin, QualityMark } from './marks';
import { StateBar } from './state-bar';

const SORTABLE: Readonly<Record<string, readonly [ascending: LeadSort | null, descending: LeadSort]>> = {
  activity: ['lastActivityAt', '-lastActivityAt'],
  value: [null, '-value'],
  completeness: [null, '-completeness'],
};

/** The order of the address bar as the head of the table shows it. */
export function sortOf(sort: LeadSort | undefined): DataSort {
  const wanted = sort ?? '-lastActivityAt';
  const column = Object.keys(SORTABLE).find((id) => SORTABLE[id]?.includes(wanted)) ?? 'activity';
  return { column, direction: wanted.startsWith('-') ? 'descending' : 'ascending' };
}

/** What a press on a head asks the server for; columns that only fall stay falling. */
export function sortAsked({ column, direction }: DataSort): LeadSort {
  const [ascending, descending] = SORTABLE[column] ?? [null, '-lastActivityAt' as const];
  return direction === 'ascending' && ascending ? ascending : descending;
}

function useColumns(): DataColumn<Lead>[] {
  const { t } = useTranslation('leads');
  const words = useWords();
  return [
    { id: 'name', header: t('columns.name'), card: 'title', cell: ({ contact }) => contact?.name || t('nameless') },
    {
      id: 'item',
      header: t('columns.item'),
      card: 'none',
      className: 'max-w-56 truncate',
      cell: ({ item, title }) => item?.name ?? title ?? <span className="text-ink-3">{t('noItem')}</span>,
    },
    {
      id: 'state',
      header: t('columns.state'),
      card: 'field',
      cell: ({ state }) => (
        <span className="inline-flex items-center gap-2 whitespace-nowrap">
          <StateBar state={state} />
          {t(`states.${state}`)}
        </span>
      ),
    },
    {
      id: 'quality',
      header: t('columns.quality'),
      card: 'none',
      cell: ({ quality }) => (quality ? <QualityMark quality={quality} /> : '—'),
    },
    {
      id: 'value',
      header: t('columns.value'),
      card: 'field',
      align: 'end',
      sortable: true,
      className: 'whitespace-nowrap',
      cell: ({ value }) => (value ? words.money(value) : '—'),
    },
    {
      id: 'origin',
      header: t('columns.origin'),
      card: 'none',
      className: 'max-w-44',
      cell: ({ source }) => <Origin source={source} className="max-w-full text-ink-2" />,
    },
    {
      id: 'assignee',
      header: t('columns.assignee'),
      card: 'field',
      className: 'whitespace-nowrap',
      cell: ({ assignee }) => assignee?.name ?? <span className="text-ink-3">{t('nobody')}</span>,
    },
    {
      id: 'completeness',
      header: t('columns.completeness'),
      card: 'none',
      align: 'end',
      sortable: true,
      cell: ({ completeness }) => t('detail.percent', { percent: completeness }),
    },
    {
      id: 'activity',
      header: t('columns.activity'),
      card: 'none',
      align: 'end',
      sortable: true,
      className: 'whitespace-nowrap',
      cell: ({ lastActivityAt }) => <time dateTime={lastActivityAt}>{words.short(lastActivityAt)}</time>,
    },
  ];
}

export interface LeadTableProps {
  leads: readonly Lead[];
  sort: LeadSort | undefined;
  onSort: (sort: LeadSort) => void;
  refreshing: boolean;
  empty: ReactNode;
  footer: ReactNode;
}

export function LeadTable({ leads, sort, onSort, refreshing, empty, footer }: LeadTableProps) {
  const { t } = useTranslation('leads');
  return (
    <DataTable
      caption={t('title')}
      columns={useColumns()}
      rows={leads}
      rowKey={({ id }) => id}
      rowName={({ contact }) => contact?.name || t('nameless')}
      rowLink={({ id }, content) => (
        <Link to="/leads/$id" params={{ id }} className={rowLinkClass}>
          {content}
        </Link>
      )}
      sort={sortOf(sort)}
      onSort={(asked) => onSort(sortAsked(asked))}
      refreshing={refreshing}
      empty={empty}
      footer={footer}
    />
  );
}

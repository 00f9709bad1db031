import { DataTable, rowLinkClass } from '@hilo/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MorePages, rowsOf } from '../../../../app/more-pages';
import { QueryState } from '../../../../app/query-state';
import { useCan } from '../../../../app/session';
import { leadsQuery } from '../../api/link-queries';
import { useWords } from '../../hooks/use-words';
import { Card } from './card';

/** Who came by this link. */
export function LeadsCard({ linkId }: { linkId: string }) {
  const { t } = useTranslation('links');
  const words = useWords();
  const mayRead = useCan('leads:read');
  const list = useInfiniteQuery({ ...leadsQuery(linkId), enabled: mayRead });
  if (!mayRead) return null;
  return (
    <Card title={t('detail.leads')}>
      <QueryState query={list} failed={t('detail.leadsFailed')} rows={3}>
        {(data) => (
          <DataTable
            caption={t('detail.leads')}
            rows={rowsOf(data)}
            rowKey={({ id }) => id}
            rowName={({ contact }) => contact?.name || t('detail.nameless')}
            rowLink={({ id }, content) => (
              <Link to="/leads/$id" params={{ id }} className={rowLinkClass}>
                {content}
              </Link>
            )}
            columns={[
              {
                id: 'name',
                header: t('detail.leadName'),
                card: 'title',
                cell: ({ contact }) => contact?.name || t('detail.nameless'),
              },
              {
                id: 'state',
                header: t('detail.leadState'),
                card: 'field',
                cell: ({ state }) => t(`detail.states.${state}`),
              },
              {
                id: 'assignee',
                header: t('detail.leadAssignee'),
                card: 'field',
                cell: ({ assignee }) => assignee?.name ?? t('detail.nobody'),
              },
              {
                id: 'value',
                header: t('detail.leadValue'),
                align: 'end',
                card: 'field',
                cell: ({ value }) => (value ? words.money(value) : '—'),
              },
              {
                id: 'created',
                header: t('detail.leadCreated'),
                align: 'end',
                card: 'none',
                cell: ({ createdAt }) => <time dateTime={createdAt}>{words.date(createdAt)}</time>,
              },
            ]}
            empty={<p className="py-4 text-center text-ink-3">{t('detail.leadsNone')}</p>}
            footer={<MorePages query={list} />}
          />
        )}
      </QueryState>
    </Card>
  );
}

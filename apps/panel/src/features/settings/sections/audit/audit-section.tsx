import type { Schemas } from '@hilo/api-client';
import { DataTable, Empty, Select, type DataColumn } from '@hilo/ui';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MorePages } from '../../../../app/more-pages';
import { settingsKeys } from '../../api/keys';
import { QueryState } from '../../components/query-state';
import { usePages } from '../../hooks/use-pages';
import { useSettingsTimes } from '../../hooks/use-settings-times';
import { AUDIT_ACTIONS, auditKey } from '../../model/audit-actions';

type AuditEntry = Schemas['AuditEntryView'];

/** Who did what to which thing, when and from where. */
export function AuditSection() {
  const { t } = useTranslation('settings');
  const { exact } = useSettingsTimes();
  const [action, setAction] = useState<string>('all');
  const { query, rows } = usePages(settingsKeys.audit, '/audit', {
    action: action === 'all' ? undefined : action,
  });
  const word = (one: string) => t(`audit.actions.${auditKey(one) as 'userCreated'}`, { defaultValue: one });
  const detail = (given: Record<string, unknown>) => (Object.keys(given).length === 0 ? '' : JSON.stringify(given));
  const columns: DataColumn<AuditEntry>[] = [
    {
      id: 'at',
      header: t('audit.at'),
      card: 'field',
      className: 'whitespace-nowrap',
      cell: ({ at }) => <time dateTime={at}>{exact(at)}</time>,
    },
    {
      id: 'actor',
      header: t('audit.actor'),
      card: 'field',
      cell: ({ actor }) => (
        <span>
          <span className="block">{actor.name ?? t(`audit.kinds.${actor.kind}`)}</span>
          {actor.address ? <span className="block text-label text-ink-3">{actor.address}</span> : null}
        </span>
      ),
    },
    {
      id: 'action',
      header: t('audit.action'),
      card: 'title',
      cell: ({ action: one }) => <span className="font-medium">{word(one)}</span>,
    },
    {
      id: 'target',
      header: t('audit.target'),
      card: 'none',
      className: 'max-w-72',
      cell: ({ target, detail: given }) => (
        <span className="block min-w-0">
          <code className="block truncate font-mono text-label text-ink-2" title={`${target.type} ${target.id}`}>
            {target.type} {target.id.slice(0, 8)}
          </code>
          {detail(given) ? (
            <code className="block truncate font-mono text-label text-ink-3" title={detail(given)}>
              {detail(given)}
            </code>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <div className="flex flex-col gap-3">
      <Select
        className="w-full sm:w-72"
        label={t('audit.action')}
        value={action}
        onValueChange={setAction}
        options={[
          { value: 'all', label: t('audit.all') },
          ...AUDIT_ACTIONS.map((one) => ({ value: one as string, label: word(one) })),
        ]}
      />
      <QueryState query={query} rows={6}>
        {() => (
          <DataTable
            caption={t('sections.auditoria')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowName={({ action: one }) => word(one)}
            refreshing={query.isFetching && !query.isFetchingNextPage}
            empty={
              <Empty
                icon={<ScrollText aria-hidden size={22} />}
                title={t('audit.none')}
                description={t('audit.noneHelp')}
              />
            }
            footer={<MorePages query={query} />}
          />
        )}
      </QueryState>
    </div>
  );
}

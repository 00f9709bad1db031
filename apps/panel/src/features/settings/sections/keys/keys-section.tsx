import type { Schemas } from '@hilo/api-client';
import { Badge, Button, ConfirmDialog, DataTable, Empty, showToast, type DataColumn } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MorePages } from '../../../../app/more-pages';
import { ask } from '../../../../app/ask';
import { problemText } from '../../../../i18n/problem-text';
import { settingsKeys } from '../../api/keys';
import { QueryState } from '../../components/query-state';
import { usePages } from '../../hooks/use-pages';
import { useSettingsTimes } from '../../hooks/use-settings-times';
import { keyState } from '../../model/scopes';
import { NewKeyDialog } from './new-key-dialog';

type ApiKey = Schemas['ApiKeyView'];

const TONES = { active: 'success', revoked: 'neutral', expired: 'warning' } as const;

/** Keys for other programs. None of them can be read again after it was made. */
export function KeysSection() {
  const { t } = useTranslation('settings');
  const { moment, day } = useSettingsTimes();
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const { query, rows } = usePages(settingsKeys.apiKeys, '/api-keys', {});
  const revoke = useMutation({
    mutationFn: (id: string) => ask('DELETE', '/api-keys/{id}', { path: { id } }),
    onSuccess: () => {
      showToast({ tone: 'success', title: t('keys.revoked') });
      return client.invalidateQueries({ queryKey: settingsKeys.apiKeys });
    },
    onError: (error) => showToast({ tone: 'danger', title: t('keys.notRevoked'), description: problemText(error) }),
  });
  const add = (
    <Button variant="primary" icon={<Plus aria-hidden size={16} />} onClick={() => setMaking(true)}>
      {t('keys.add')}
    </Button>
  );
  const columns: DataColumn<ApiKey>[] = [
    {
      id: 'name',
      header: t('keys.name'),
      card: 'title',
      cell: ({ name, hint }) => (
        <span>
          <span className="block font-medium">{name}</span>
          <code className="font-mono text-label font-normal text-ink-3">{hint}…</code>
        </span>
      ),
    },
    {
      id: 'state',
      header: t('keys.state'),
      card: 'field',
      cell: (key) => {
        const state = keyState(key, Date.now());
        return <Badge tone={TONES[state]}>{t(`keys.states.${state}`)}</Badge>;
      },
    },
    {
      id: 'scopes',
      header: t('keys.scopes'),
      card: 'field',
      cell: ({ scopes }) => <span title={scopes.join(', ')}>{t('keys.scopeCount', { count: scopes.length })}</span>,
    },
    {
      id: 'expires',
      header: t('keys.expires'),
      card: 'field',
      cell: ({ expiresAt }) => (expiresAt ? day(expiresAt) : t('keys.never')),
    },
    {
      id: 'used',
      header: t('keys.used'),
      card: 'none',
      cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : t('keys.unused')),
    },
    {
      id: 'revoke',
      header: t('keys.actions'),
      align: 'end',
      card: 'field',
      cell: ({ id, name, revokedAt }) =>
        revokedAt === null ? (
          <ConfirmDialog
            danger
            title={t('keys.revokeTitle', { name })}
            description={t('keys.revokeHelp')}
            confirmLabel={t('keys.revoke')}
            cancelLabel={t('cancel')}
            onConfirm={() => revoke.mutate(id)}
            trigger={
              <Button size="sm" busy={revoke.isPending && revoke.variables === id}>
                {t('keys.revoke')}
                <span className="sr-only"> {name}</span>
              </Button>
            }
          />
        ) : null,
    },
  ];
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="max-w-prose text-label text-ink-3">{t('keys.help')}</p>
        {rows.length > 0 ? add : null}
      </div>
      <QueryState query={query} rows={6}>
        {() => (
          <DataTable
            caption={t('sections.claves-api')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowName={({ name }) => name}
            refreshing={query.isFetching && !query.isFetchingNextPage}
            empty={
              <Empty
                icon={<KeyRound aria-hidden size={22} />}
                title={t('keys.none')}
                description={t('keys.noneHelp')}
                action={add}
              />
            }
            footer={<MorePages query={query} />}
          />
        )}
      </QueryState>
      {making ? <NewKeyDialog onClose={() => setMaking(false)} /> : null}
    </div>
  );
}

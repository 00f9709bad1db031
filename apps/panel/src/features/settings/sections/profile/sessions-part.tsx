import { Badge, Button, ConfirmDialog, showToast } from '@hilo/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import { problemText } from '../../../../i18n/problem-text';
import { settingsKeys } from '../../api/keys';
import { Part } from '../../components/part';
import { QueryState } from '../../components/query-state';
import { useSettingsTimes } from '../../hooks/use-settings-times';
import { deviceOf } from '../../model/device';

/** Where this person is signed in, and a way to end it. */
export function SessionsPart() {
  const { t } = useTranslation('settings');
  const { moment } = useSettingsTimes();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: settingsKeys.sessions,
    queryFn: ({ signal }) => ask('GET', '/auth/sessions', { signal }),
  });
  const revoke = useMutation({
    mutationFn: (id: string) => ask('DELETE', '/auth/sessions/{id}', { path: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: settingsKeys.sessions }),
    onError: (error) => showToast({ tone: 'danger', title: t('sessions.failed'), description: problemText(error) }),
  });
  return (
    <Part title={t('sessions.title')} help={t('sessions.help')}>
      <QueryState query={query} rows={2}>
        {({ data }) => (
          <ul className="rounded-md border border-line">
            {data.map(({ id, current, address, userAgent, lastUsedAt }) => {
              const { browser, system, mobile } = deviceOf(userAgent);
              const Icon = mobile ? Smartphone : Laptop;
              const name = [browser ?? t('sessions.unknown'), system].filter(Boolean).join(' · ');
              return (
                <li key={id} className="flex items-center gap-3 border-b border-line px-3 py-2.5 last:border-0">
                  <Icon aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-ink-3" />
                  <div className="min-w-0 flex-1">
                    <p className="truncate font-medium">{name}</p>
                    <p className="truncate text-label text-ink-3">
                      {address} · <time dateTime={lastUsedAt}>{moment(lastUsedAt)}</time>
                    </p>
                  </div>
                  {current ? (
                    <Badge tone="success">{t('sessions.current')}</Badge>
                  ) : (
                    <ConfirmDialog
                      danger
                      title={t('sessions.confirm', { name })}
                      description={t('sessions.confirmHelp')}
                      confirmLabel={t('sessions.end')}
                      cancelLabel={t('cancel')}
                      onConfirm={() => revoke.mutate(id)}
                      trigger={
                        <Button size="sm" busy={revoke.isPending && revoke.variables === id}>
                          {t('sessions.end')}
                        </Button>
                      }
                    />
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </QueryState>
    </Part>
  );
}

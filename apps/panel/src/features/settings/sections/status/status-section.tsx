import type { Schemas } from '@hilo/api-client';
import { Badge, type Tone } from '@hilo/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import { settingsKeys } from '../../api/keys';
import { Part } from '../../components/part';
import { QueryState } from '../../components/query-state';
import { useSettingsTimes } from '../../hooks/use-settings-times';
import { backlogTrouble, uptimeParts, type Backlog } from '../../model/system-health';

type SystemStatus = Schemas['SystemStatusView'];

const AGAIN_MS = 10_000;
const TONES: Record<string, Tone> = { ok: 'success', down: 'danger', healthy: 'success', degraded: 'warning' };

const statusQuery = queryOptions({
  queryKey: settingsKeys.status,
  queryFn: ({ signal }) => ask('GET', '/system/status', { signal }),
  refetchInterval: AGAIN_MS,
});
const configQuery = queryOptions({
  queryKey: settingsKeys.config,
  queryFn: ({ signal }) => ask('GET', '/system/config', { signal }),
  staleTime: Infinity,
});

/** Whether everything runs, in words. */
export function StatusSection() {
  const { t } = useTranslation('settings');
  const status = useQuery(statusQuery);
  const config = useQuery(configQuery);
  return (
    <>
      <QueryState query={status} live>
        {(data) => <Status status={data} />}
      </QueryState>
      <Part title={t('status.config')} help={t('status.configHelp')}>
        <QueryState query={config}>
          {(data) => (
            <dl className="grid grid-cols-1 gap-x-4 gap-y-1.5 sm:grid-cols-[max-content_1fr]">
              {Object.entries(data).map(([key, value]) => (
                <div key={key} className="contents">
                  <dt className="text-ink-3">{t(`status.configKeys.${key as 'role'}`, { defaultValue: key })}</dt>
                  <dd className="font-mono text-label break-all">
                    {typeof value === 'boolean'
                      ? t(value ? 'yes' : 'no')
                      : Array.isArray(value)
                        ? value.join(', ')
                        : String(value ?? '—')}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </QueryState>
      </Part>
    </>
  );
}

function Status({ status }: { status: SystemStatus }) {
  const { t, i18n } = useTranslation('settings');
  const { exact } = useSettingsTimes();
  const number = new Intl.NumberFormat(i18n.language);
  const { days, hours, minutes } = uptimeParts(status.uptimeS);
  const good = status.ready && backlogTrouble(status.backlog).length === 0;
  const Icon = good ? CircleCheck : TriangleAlert;
  return (
    <>
      <div
        role="status"
        className={`mb-2 flex items-center gap-3 rounded-md p-4 ${good ? 'bg-success-soft text-success' : 'bg-warning-soft text-warning'}`}
      >
        <Icon aria-hidden size={22} className="shrink-0" />
        <div>
          <p className="font-medium">{t(good ? 'status.good' : status.ready ? 'status.attention' : 'status.bad')}</p>
          <p className="text-label">
            {t('status.uptime', { days, hours, minutes })} · {t('status.sockets', { count: status.sockets })} ·{' '}
            {exact(status.now)}
          </p>
        </div>
      </div>
      <Part title={t('status.checks')} help={t('status.checksHelp')}>
        <ul className="flex flex-col gap-2">
          {Object.entries(status.checks).map(([name, state]) => (
            <li key={name} className="flex items-center justify-between gap-3">
              {t(`status.names.${name as 'database'}`, { defaultValue: name })}
              <Badge tone={TONES[state] ?? 'neutral'}>{t(`status.states.${state}`)}</Badge>
            </li>
          ))}
          {status.channels.map(({ id, name, state, reason }) => (
            <li key={id} className="flex items-center justify-between gap-3">
              <span className="min-w-0">
                {t('status.channel', { name })}
                {reason ? <span className="block text-label text-ink-3">{reason}</span> : null}
              </span>
              <Badge tone={TONES[state] ?? 'neutral'}>{t(`channels.states.${state}`)}</Badge>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('status.queues')} help={t('status.queuesHelp')}>
        <ul className="flex flex-col gap-2">
          {(Object.keys(status.backlog) as (keyof Backlog)[]).map((queue) => {
            const count = status.backlog[queue];
            const trouble = backlogTrouble(status.backlog).includes(queue);
            return (
              <li key={queue} className="flex items-baseline justify-between gap-3">
                <span>
                  {t(`status.backlog.${queue}`)}
                  {trouble ? (
                    <span className="block text-label text-warning">
                      {t(`status.trouble.${queue as 'parkedEvents'}`)}
                    </span>
                  ) : null}
                </span>
                <span className={`font-medium ${trouble ? 'text-warning' : count === 0 ? 'text-ink-3' : ''}`}>
                  {count === 0 ? t('status.nothing') : number.format(count)}
                </span>
              </li>
            );
          })}
        </ul>
      </Part>
      <Part title={t('status.listeners')} help={t('status.listenersHelp')}>
        <ul className="flex flex-col gap-1.5">
          {status.listeners.map(({ name, behind, movedAt }) => (
            <li key={name} className="flex flex-wrap items-baseline justify-between gap-x-3">
              <code className="font-mono text-label">{name}</code>
              <span className="text-label text-ink-2">
                {behind === '0' ? t('status.upToDate') : t('status.behind', { count: Number(behind) })}
                {movedAt ? ` · ${exact(movedAt)}` : ''}
              </span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

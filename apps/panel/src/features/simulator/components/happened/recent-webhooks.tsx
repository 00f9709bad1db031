import { Badge, ErrorCard, type Tone } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemDetail, problemText } from '../../../../i18n/problem-text';
import { webhooksQuery } from '../../api/trace-queries';
import { useSimulatorTimes } from '../../hooks/use-simulator-times';

const TONES: Record<string, Tone> = {
  accepted: 'success',
  pending: 'info',
  set_aside: 'warning',
  not_understood: 'danger',
  unknown_channel: 'danger',
};

/** The end of the flight recorder: what arrived at the door, whoever it was from. */
export function RecentWebhooks() {
  const { t, i18n } = useTranslation('simulator');
  const { exact } = useSimulatorTimes();
  const query = useQuery(webhooksQuery);
  const bytes = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'byte', unitDisplay: 'narrow' });
  return (
    <section aria-label={t('webhooks.title')} className="border-t border-line px-4 py-3">
      <h3 className="mb-2 text-label font-medium text-ink-2">{t('webhooks.title')}</h3>
      {query.isError ? (
        <ErrorCard
          title={t('webhooks.failed')}
          cause={problemText(query.error)}
          detail={problemDetail(query.error)}
          onRetry={() => void query.refetch()}
        />
      ) : query.data?.data.length ? (
        <ul className="flex flex-col gap-1.5">
          {query.data.data.map((event) => (
            <li key={event.id} className="flex items-center gap-2 text-label">
              <time dateTime={event.receivedAt} className="text-ink-3">
                {exact(event.receivedAt)}
              </time>
              <span className="min-w-0 flex-1 truncate text-ink-2">
                {t('webhooks.facts', { count: event.events })} · {bytes.format(event.size)}
              </span>
              <Badge tone={TONES[event.outcome] ?? 'neutral'}>
                {t(`webhooks.outcomes.${event.outcome as 'accepted'}`, { defaultValue: event.outcome })}
              </Badge>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-label text-ink-3">{query.isPending ? t('happened.loading') : t('webhooks.none')}</p>
      )}
    </section>
  );
}

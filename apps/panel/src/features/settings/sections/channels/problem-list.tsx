import { Button, Empty } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { channelsQuery, problemsQuery } from '../../api/channels';
import { QueryState } from '../../components/query-state';
import { useSettingsTimes } from '../../hooks/use-settings-times';
import { WebhookSheet } from './webhook-sheet';

/** What waits for a person. */
export function ProblemList() {
  const { t } = useTranslation('settings');
  const { moment } = useSettingsTimes();
  const query = useQuery(problemsQuery);
  const channels = useQuery(channelsQuery).data?.data ?? [];
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <>
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              icon={<CircleCheck aria-hidden size={22} />}
              title={t('problems.none')}
              description={t('problems.noneHelp')}
            />
          ) : (
            <ul className="rounded-md border border-line">
              {data.map(({ kind, door, channelId, count, words, latestAt, webhookEventId }, index) => {
                const channel = channels.find(({ id }) => id === channelId);
                return (
                  <li
                    key={`${kind}:${index}`}
                    className="flex items-start gap-3 border-b border-line px-4 py-3 last:border-0"
                  >
                    <TriangleAlert aria-hidden size={18} className="mt-0.5 shrink-0 text-warning" />
                    <div className="min-w-0 flex-1">
                      <p className="font-medium">
                        {t(`problems.kinds.${kind}`, { count, name: channel?.name ?? door ?? '' })}
                      </p>
                      <p className="text-label text-ink-3">
                        {[
                          channel?.health.reason ?? (kind === 'unhealthy' ? words : null),
                          door,
                          latestAt ? moment(latestAt) : null,
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </p>
                      <p className="mt-1 text-label text-ink-2">{t(`problems.advice.${kind}`)}</p>
                    </div>
                    {webhookEventId ? (
                      <Button size="sm" onClick={() => setOpened(webhookEventId)}>
                        {t('problems.open')}
                      </Button>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          )
        }
      </QueryState>
      {opened ? <WebhookSheet id={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

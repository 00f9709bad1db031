import { Badge, Button, CopyButton, Sheet, showToast } from '@hilo/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import { problemText } from '../../../../i18n/problem-text';
import { webhookQuery } from '../../api/channels';
import { settingsKeys } from '../../api/keys';
import { QueryState } from '../../components/query-state';
import { useSettingsTimes } from '../../hooks/use-settings-times';
import { prettyJson } from '../../model/pretty-json';
import { OUTCOME_TONES } from './outcome-tones';

/** One webhook exactly as it was received, and a way to run it again. */
export function WebhookSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { exact } = useSettingsTimes();
  const client = useQueryClient();
  const query = useQuery(webhookQuery(id));
  const replay = useMutation({
    mutationFn: () => ask('POST', '/webhook-events/{id}/replay', { path: { id }, body: {} }),
    onSuccess: () => {
      showToast({ tone: 'success', title: t('recorder.replayed'), description: t('recorder.replayedHelp') });
      void client.invalidateQueries({ queryKey: settingsKeys.webhooks });
      void client.invalidateQueries({ queryKey: settingsKeys.problems });
    },
    onError: (error) =>
      showToast({ tone: 'danger', title: t('recorder.notReplayed'), description: problemText(error) }),
  });
  return (
    <Sheet
      open
      title={t('recorder.one')}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        query.data ? (
          <>
            <CopyButton text={query.data.body} label={t('recorder.copyBody')} />
            <Button
              variant="primary"
              icon={<RotateCw aria-hidden size={16} />}
              busy={replay.isPending}
              onClick={() => replay.mutate()}
            >
              {t('recorder.replay')}
            </Button>
          </>
        ) : null
      }
    >
      <QueryState query={query}>
        {({ receivedAt, door, outcome, reason, events, pending, setAside, error, body }) => (
          <div className="flex flex-col gap-4">
            <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-2">
              <dt className="text-ink-3">{t('recorder.at')}</dt>
              <dd>{exact(receivedAt)}</dd>
              <dt className="text-ink-3">{t('recorder.door')}</dt>
              <dd>{door}</dd>
              <dt className="text-ink-3">{t('recorder.outcome')}</dt>
              <dd>
                <Badge tone={OUTCOME_TONES[outcome] ?? 'neutral'}>
                  {t(`recorder.outcomes.${outcome as 'accepted'}`, { defaultValue: outcome })}
                </Badge>
              </dd>
              <dt className="text-ink-3">{t('recorder.events')}</dt>
              <dd>{t('recorder.facts', { count: events, pending, setAside })}</dd>
              {reason || error ? (
                <>
                  <dt className="text-ink-3">{t('recorder.reason')}</dt>
                  <dd className="break-words">{reason ?? error}</dd>
                </>
              ) : null}
            </dl>
            <div>
              <h3 className="mb-1.5 text-label font-medium text-ink-2">{t('recorder.body')}</h3>
              <pre
                tabIndex={0}
                aria-label={t('recorder.body')}
                className="max-h-[60vh] overflow-auto rounded-md bg-sunken p-3 font-mono text-label whitespace-pre-wrap break-all"
              >
                {prettyJson(body)}
              </pre>
            </div>
          </div>
        )}
      </QueryState>
    </Sheet>
  );
}

import { Badge, Button, CopyButton, type Tone } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleX, FlaskConical, MessageCircle, Pencil, PlugZap } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import { problemText } from '../../../../i18n/problem-text';
import type { Channel, ChannelTest, HealthState } from '../../api/channels';
import { settingsKeys } from '../../api/keys';
import { useSettingsTimes } from '../../hooks/use-settings-times';
import { ChannelSheet } from './channel-sheet';

const TONES: Record<HealthState, Tone> = { healthy: 'success', degraded: 'warning', down: 'danger' };

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-label text-ink-3">{term}</dt>
      <dd className="truncate">{children}</dd>
    </div>
  );
}

/** One number of the business: whether it works, where its webhooks go, how ISAC behaves on it. */
export function ChannelCard({ channel, may }: { channel: Channel; may: boolean }) {
  const { t, i18n } = useTranslation('settings');
  const { moment } = useSettingsTimes();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const test = useMutation({
    mutationFn: () => ask('POST', '/channels/{id}/test', { path: { id: channel.id }, body: {} }),
    onSettled: () => client.invalidateQueries({ queryKey: settingsKeys.channels }),
  });
  const { health } = channel;
  return (
    <article
      aria-label={channel.name}
      className="relative flex h-full flex-col overflow-hidden rounded-lg border border-line"
    >
      {channel.sandbox ? (
        <p className="flex items-center gap-1.5 border-b border-dashed border-warning bg-warning-soft px-4 py-1 text-label font-medium text-warning">
          <FlaskConical aria-hidden size={14} />
          {t('channels.sandbox')}
        </p>
      ) : null}
      <div className="flex flex-1 flex-col gap-4 p-4">
        <header className="flex items-start gap-3">
          <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-sunken text-wa">
            <MessageCircle aria-hidden size={18} />
          </span>
          <div className="min-w-0 flex-1">
            <h2 className="truncate font-medium">{channel.name}</h2>
            <p className="truncate text-label text-ink-3">
              {t(`channels.kinds.${channel.kind as 'whatsapp_cloud'}`, { defaultValue: channel.kind })} ·{' '}
              {channel.displayAddress ?? channel.address}
            </p>
          </div>
          <Badge tone={channel.active ? TONES[health.state] : 'neutral'}>
            {channel.active ? t(`channels.states.${health.state}`) : t('channels.inactive')}
          </Badge>
        </header>
        {channel.active && health.state !== 'healthy' && health.reason ? (
          <p className="rounded-md bg-warning-soft px-3 py-2 text-warning">{health.reason}</p>
        ) : null}
        <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
          <Fact term={t('channels.lastWebhook')}>
            {channel.lastWebhookAt ? moment(channel.lastWebhookAt) : t('channels.never')}
          </Fact>
          <Fact term={t('channels.rate')}>
            {t('channels.perSecond', { rate: new Intl.NumberFormat(i18n.language).format(channel.rate) })}
          </Fact>
          <Fact term="ISAC">{t(`channels.modes.${channel.assistantMode}`)}</Fact>
          <Fact term={t('channels.team')}>{channel.team?.name ?? t('channels.noTeam')}</Fact>
          <Fact term={t('channels.numberId')}>
            <code className="font-mono text-label">{channel.address}</code>
          </Fact>
          <Fact term={t('channels.credentials')}>
            {t('channels.credentialsSet', { count: channel.credentials.length })}
          </Fact>
        </dl>
        {channel.webhookUrl ? (
          <div>
            <p className="mb-1 text-label text-ink-3">{t('channels.webhookUrl')}</p>
            <div className="flex items-center gap-2">
              <code className="min-w-0 flex-1 truncate rounded-sm bg-sunken px-2.5 py-1.5 font-mono text-label">
                {channel.webhookUrl}
              </code>
              <CopyButton size="sm" text={channel.webhookUrl} label={t('copy')} />
            </div>
          </div>
        ) : null}
        {may ? (
          <div className="mt-auto flex flex-wrap items-center gap-2 border-t border-line pt-3">
            <Button
              size="sm"
              icon={<PlugZap aria-hidden size={14} />}
              busy={test.isPending}
              onClick={() => test.mutate()}
            >
              {t('channels.test')}
            </Button>
            <Button size="sm" variant="ghost" icon={<Pencil aria-hidden size={14} />} onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
            <TestOutcome result={test.data} error={test.error} />
          </div>
        ) : null}
      </div>
      {editing ? <ChannelSheet channel={channel} onClose={() => setEditing(false)} /> : null}
    </article>
  );
}

export function TestOutcome({ result, error }: { result: ChannelTest | undefined; error: unknown }) {
  const { t } = useTranslation('settings');
  if (!result && !error) return null;
  const good = result?.healthy === true;
  const Icon = good ? CircleCheck : CircleX;
  return (
    <p role="status" className={`flex min-w-0 items-start gap-1.5 text-label ${good ? 'text-success' : 'text-danger'}`}>
      <Icon aria-hidden size={15} className="shrink-0" />
      <span className="min-w-0 break-words">
        {error
          ? problemText(error)
          : good
            ? t('channels.works')
            : t('channels.refused', { detail: result?.detail ?? '' })}
      </span>
    </p>
  );
}

import { Tick, cx } from '@hilo/ui';
import { Bot, CornerUpLeft, MousePointerClick, Webhook, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneMessage } from '../../api/phone';
import { useSimulatorTimes } from '../../hooks/use-simulator-times';
import { isFailureCode } from '../../model/failure-codes';
import { duration, type TimelineEntry } from '../../model/timeline';

/** One thing that happened: when, what, how long it took. */
export function TimelineRow({ entry }: { entry: TimelineEntry }) {
  const { exact } = useSimulatorTimes();
  return (
    <li className="relative flex gap-2.5 border-l border-line pb-3 pl-4 last:pb-1">
      <Mark entry={entry} />
      <div className="min-w-0 flex-1">
        <Content entry={entry} />
      </div>
      <time dateTime={new Date(entry.at).toISOString()} className="shrink-0 text-meta text-ink-3">
        {exact(entry.at)}
      </time>
    </li>
  );
}

const ICONS: Record<TimelineEntry['kind'], LucideIcon> = {
  said: Webhook,
  answered: CornerUpLeft,
  status: CornerUpLeft,
  turn: Bot,
  clicked: MousePointerClick,
};

function Mark({ entry }: { entry: TimelineEntry }) {
  const Icon = ICONS[entry.kind];
  const failed = entry.kind === 'status' && entry.status === 'failed';
  return (
    <span
      aria-hidden
      className={cx(
        'absolute top-0 -left-[11px] flex size-[21px] items-center justify-center rounded-full border border-line bg-surface',
        failed ? 'text-danger' : entry.kind === 'said' ? 'text-accent' : 'text-ink-3',
      )}
    >
      {entry.kind === 'status' ? (
        <Tick status={entry.status === 'accepted' ? 'sent' : entry.status} size={12} />
      ) : (
        <Icon size={12} />
      )}
    </span>
  );
}

function Two({ title, detail, tone }: { title: ReactNode; detail?: ReactNode; tone?: 'danger' }) {
  return (
    <>
      <p className={cx('text-ui', tone === 'danger' && 'text-danger')}>{title}</p>
      {detail ? <p className="truncate text-label text-ink-2">{detail}</p> : null}
    </>
  );
}

function Content({ entry }: { entry: TimelineEntry }) {
  const { t, i18n } = useTranslation('simulator');
  const lasted = (ms: number) => duration(ms, i18n.language);
  const gist = (message: PhoneMessage) =>
    message.text ??
    message.media?.fileName ??
    t(`phone.kinds.${message.type as 'image'}`, { defaultValue: message.type });
  switch (entry.kind) {
    case 'said': {
      const { webhook } = entry.message;
      if (!webhook) return <Two title={t('happened.webhookOnItsWay')} detail={gist(entry.message)} />;
      const accepted = webhook.outcome === 'acknowledged';
      const title = accepted
        ? t('happened.webhook', { time: lasted(webhook.ms) })
        : t('happened.webhookFailed', { status: webhook.status || '—' });
      const tries = webhook.attempts > 1 ? ` · ${t('happened.attempts', { count: webhook.attempts })}` : '';
      return (
        <Two title={`${title}${tries}`} detail={gist(entry.message)} {...(!accepted && { tone: 'danger' as const })} />
      );
    }
    case 'answered':
      return (
        <Two
          title={entry.afterMs === null ? t('happened.wrote') : t('happened.answered', { time: lasted(entry.afterMs) })}
          detail={gist(entry.message)}
        />
      );
    case 'turn': {
      const { intent, confidence, latencyMs, escalation } = entry.turn;
      const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
      const facts = [
        intent
          ? t('happened.intent', {
              intent: t(`intents.${intent}`, { ns: 'conversations', defaultValue: intent }),
              confidence: percent.format(confidence ?? 0),
            })
          : null,
        latencyMs == null ? null : lasted(latencyMs),
        escalation
          ? t('happened.escalated', {
              reason: t(`trace.reasons.${escalation.reason}`, { ns: 'conversations', defaultValue: escalation.reason }),
            })
          : null,
      ].filter(Boolean);
      return <Two title={t('happened.turn')} detail={facts.join(' · ')} />;
    }
    case 'clicked':
      return <Two title={t('happened.clicked', { link: entry.link })} detail={entry.text} />;
    case 'status': {
      const failed = entry.status === 'failed';
      const code = entry.code ?? 0;
      const title = t(`happened.reached.${entry.status}`, { time: lasted(entry.afterMs) });
      if (!failed) return <Two title={title} />;
      return (
        <Two
          tone="danger"
          title={title}
          detail={isFailureCode(code) ? `${code} · ${t(`codes.${code}`)}` : code || null}
        />
      );
    }
  }
}

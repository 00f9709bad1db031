import { Badge, ErrorCard, IconButton, Progress, Sheet, Skeleton, showToast } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemDetail, problemText } from '../../../../i18n/problem-text';
import { rateTurn, turnQuery, type Turn } from '../../api/turn-query';
import { useIntentWord } from '../../hooks/use-intent-word';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-b border-line py-3 first:pt-0 last:border-0">
      <h3 className="mb-1.5 text-label font-medium text-ink-3">{title}</h3>
      {children}
    </section>
  );
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function Intents({ turn }: { turn: Turn }) {
  const { t, i18n } = useTranslation('conversations');
  const word = useIntentWord();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const all = [
    ...(turn.intent ? [{ intent: turn.intent, confidence: turn.confidence ?? 0 }] : []),
    ...(turn.alternatives ?? []),
  ];
  if (all.length === 0) return null;
  return (
    <Part title={t('trace.intent')}>
      <div className="flex flex-col gap-2">
        {all.map(({ intent, confidence }, index) => (
          <Progress
            key={`${intent}-${index}`}
            label={word(intent)}
            value={confidence * 100}
            valueText={percent.format(confidence)}
            tone={index === 0 ? 'accent' : 'success'}
          />
        ))}
      </div>
    </Part>
  );
}

function Details({ turn }: { turn: Turn }) {
  const { t, i18n } = useTranslation('conversations');
  const number = new Intl.NumberFormat(i18n.language);
  const footer = [
    turn.model,
    turn.latencyMs == null ? null : t('trace.ms', { ms: number.format(turn.latencyMs) }),
    turn.promptVersion,
  ].filter(Boolean);
  return (
    <>
      <Intents turn={turn} />
      {turn.entities?.length ? (
        <Part title={t('trace.entities')}>
          <dl className="flex flex-col gap-1">
            {turn.entities.map((entity, index) => (
              <div key={index} className="flex justify-between gap-3">
                <dt className="text-ink-2">{entity.name ?? entity.kind}</dt>
                <dd className="text-right font-medium">{written(entity.value)}</dd>
              </div>
            ))}
          </dl>
        </Part>
      ) : null}
      {turn.tools?.length ? (
        <Part title={t('trace.tools')}>
          <ul className="flex flex-col gap-1">
            {turn.tools.map((tool, index) => (
              <li key={index} className="flex flex-wrap items-center justify-between gap-2">
                <code className="font-mono text-label">{tool.name}</code>
                <span className="text-label text-ink-3">
                  {[
                    tool.rows == null ? null : t('trace.rows', { count: tool.rows }),
                    tool.ms == null ? null : t('trace.ms', { ms: number.format(tool.ms) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {turn.rules?.length ? (
        <Part title={t('trace.rules')}>
          <ul className="list-disc pl-5">
            {turn.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </Part>
      ) : null}
      {turn.sources?.length ? (
        <Part title={t('trace.sources')}>
          <div className="flex flex-wrap gap-1.5">
            {turn.sources.map((source, index) => (
              <Badge key={index} tone="info">
                {source.title ?? source.name ?? source.kind ?? source.id}
              </Badge>
            ))}
          </div>
        </Part>
      ) : null}
      {turn.escalation ? (
        <Part title={t('trace.escalation')}>
          <Badge tone="warning">{turn.escalation.reason}</Badge>
        </Part>
      ) : null}
      {turn.reply ? (
        <Part title={t('trace.reply')}>
          <p className="rounded-lg bg-b-bot px-3 py-2 text-chat whitespace-pre-wrap">{turn.reply}</p>
        </Part>
      ) : null}
      {footer.length > 0 ? <p className="pt-3 text-label text-ink-3">{footer.join(' · ')}</p> : null}
    </>
  );
}

/** How ISAC came to what it said: read beside the thread, which stays usable. */
export default function TraceDrawer({ turnId, onClose }: { turnId: string; onClose: () => void }) {
  const { t } = useTranslation('conversations');
  const query = useQuery(turnQuery(turnId));
  const [thumb, setThumb] = useState<'up' | 'down' | null>(null);
  const rate = (next: 'up' | 'down') => {
    setThumb(next);
    rateTurn(turnId, next).then(
      () => showToast({ title: t('trace.thanks'), tone: 'success' }),
      (error: unknown) => {
        setThumb(null);
        showToast({ title: problemText(error), tone: 'danger' });
      },
    );
  };
  return (
    <Sheet
      open
      modal={false}
      title={t('trace.title')}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        query.data ? (
          <>
            <span className="mr-auto self-center text-label text-ink-3">{t('trace.wasItRight')}</span>
            <IconButton
              label={t('trace.good')}
              pressed={thumb === 'up'}
              icon={<ThumbsUp aria-hidden size={18} />}
              onClick={() => rate('up')}
            />
            <IconButton
              label={t('trace.bad')}
              pressed={thumb === 'down'}
              icon={<ThumbsDown aria-hidden size={18} />}
              onClick={() => rate('down')}
            />
          </>
        ) : null
      }
    >
      {query.isPending ? (
        <div role="status" aria-label={t('trace.loading')} className="flex flex-col gap-3">
          {[60, 90, 75, 85].map((width) => (
            <span key={width} style={{ width: `${width}%` }}>
              <Skeleton className="h-5 w-full" />
            </span>
          ))}
        </div>
      ) : query.isError ? (
        <ErrorCard
          title={t('trace.failed')}
          cause={problemText(query.error)}
          detail={problemDetail(query.error)}
          onRetry={() => void query.refetch()}
        />
      ) : query.data ? (
        <Details turn={query.data} />
      ) : (
        <p className="text-ink-2">{t('trace.none')}</p>
      )}
    </Sheet>
  );
}

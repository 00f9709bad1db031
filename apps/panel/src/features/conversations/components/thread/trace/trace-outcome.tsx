import { Badge, type Tone } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../../api/turn-query';
import { useTraceWords } from '../../../hooks/use-trace-words';
import { TracePart } from './trace-part';

const TONES: Readonly<Partial<Record<Turn['state'], Tone>>> = {
  answered: 'success',
  used: 'success',
  suggested: 'info',
  silent: 'warning',
  failed: 'danger',
};
const QUALITIES: Readonly<Record<NonNullable<Turn['quality']>, Tone>> = {
  hot: 'danger',
  warm: 'warning',
  cold: 'info',
};

/** How the turn ended: what it set out to do, what became of it and why, and why a person was called. */
export function TraceOutcome({ turn }: { turn: Turn }) {
  const { t } = useTranslation('conversations');
  const words = useTraceWords();
  const { state, action, quality, reason, escalation } = turn;
  return (
    <>
      <TracePart title={t('trace.outcome')}>
        <div className="flex flex-wrap gap-1.5">
          <Badge tone={TONES[state] ?? 'neutral'}>{words.state(state)}</Badge>
          {action ? <Badge tone="neutral">{words.action(action)}</Badge> : null}
          {quality ? (
            <Badge tone={QUALITIES[quality]}>{t('trace.qualityIs', { quality: t(`lead.qualities.${quality}`) })}</Badge>
          ) : null}
        </div>
        {reason ? <p className="mt-1.5 text-ink-2">{words.reason(reason)}</p> : null}
      </TracePart>
      {escalation ? (
        <TracePart title={t('trace.escalation')}>
          <p>
            {words.reason(escalation.reason)}
            <span className="text-ink-3">
              {' · '}
              {t('trace.priorityIs', { priority: t(`priority.${escalation.priority}`).toLowerCase() })}
            </span>
          </p>
        </TracePart>
      ) : null}
    </>
  );
}

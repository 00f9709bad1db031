import { useTranslation } from 'react-i18next';
import type { Turn } from '../../../api/turn-query';
import { useTraceWords } from '../../../hooks/use-trace-words';
import { TracePart } from './trace-part';

/** What it looked up and how long each step took, with the sum. */
export function TraceSteps({ turn }: { turn: Turn }) {
  const { t, i18n } = useTranslation('conversations');
  const words = useTraceWords();
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const { tools, latencyMs } = turn;
  if (tools.length === 0) return null;
  return (
    <TracePart title={t('trace.steps')}>
      <dl className="flex flex-col gap-1">
        {tools.map(({ name, rows, ms }) => (
          <div key={name} className="flex justify-between gap-3">
            <dt className="text-ink-2">
              {words.step(name)}
              {rows === null ? null : <span className="text-ink-3"> · {t('trace.rows', { count: rows })}</span>}
            </dt>
            <dd className="shrink-0 tabular-nums">{t('trace.ms', { ms: number.format(ms) })}</dd>
          </div>
        ))}
        {latencyMs === null ? null : (
          <div className="flex justify-between gap-3 font-medium">
            <dt>{t('trace.total')}</dt>
            <dd className="shrink-0 tabular-nums">{t('trace.ms', { ms: number.format(latencyMs) })}</dd>
          </div>
        )}
      </dl>
    </TracePart>
  );
}

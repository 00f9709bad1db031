import { useTranslation } from 'react-i18next';
import type { Turn } from '../../../api/turn-query';
import { useTraceWords } from '../../../hooks/use-trace-words';
import { TracePart } from './trace-part';

/** What the guard made of the drafts: those it threw away with its reasons, and that the reply passed. */
export function TraceChecks({ turn }: { turn: Turn }) {
  const { t } = useTranslation('conversations');
  const words = useTraceWords();
  const { rejected, reply } = turn;
  if (rejected.length === 0) return reply ? <p className="py-3 text-label text-ink-3">{t('trace.passed')}</p> : null;
  return (
    <TracePart title={t('trace.rejected')}>
      <ul className="flex flex-col gap-2.5">
        {rejected.map(({ draft, findings }, index) => (
          <li key={index} className="flex flex-col gap-1">
            <p className="rounded-md border border-dashed border-line-strong px-3 py-2 whitespace-pre-wrap text-ink-2">
              {draft || t('trace.emptyDraft')}
            </p>
            <ul className="list-disc pl-5 text-label">
              {findings.map(({ rule, found }, at) => (
                <li key={at}>
                  {words.verdict(rule)} <span className="text-ink-3">· {t('trace.found', { found })}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </TracePart>
  );
}

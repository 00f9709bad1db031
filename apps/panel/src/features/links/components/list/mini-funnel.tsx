import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../hooks/use-words';
import { STEPS, type Totals } from '../../model/link';

/** From clicks to sales in one line. */
export function MiniFunnel({ totals }: { totals: Totals }) {
  const { t } = useTranslation('links');
  const words = useWords();
  return (
    <dl className="flex flex-wrap items-center gap-x-2 gap-y-1 text-label">
      {STEPS.map((step, index) => (
        <div key={step} className="flex items-center gap-1">
          <dt className="flex items-center gap-2 text-ink-3">
            {index > 0 ? <ArrowRight aria-hidden size={12} /> : null}
            {t(`steps.${step}`)}
          </dt>
          <dd className="font-semibold text-ink">{words.count(totals[step])}</dd>
        </div>
      ))}
    </dl>
  );
}

import { TrendingDown, TrendingUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../hooks/use-words';
import type { LinkStats } from '../../model/link';
import { funnelRows } from '../../model/rates';
import { Card } from './card';

/** From clicks to sales: how many, what part goes on, and how it was before. */
export function FunnelCard({ stats }: { stats: LinkStats }) {
  const { t } = useTranslation('links');
  const words = useWords();
  const { totals, previous } = stats;
  const period = { from: words.day(previous.from), to: words.day(previous.to) };
  return (
    <Card
      title={t('detail.funnel')}
      takeaway={
        totals.revenue.length > 0
          ? t('detail.revenue', { sums: totals.revenue.map(words.money).join(' + ') })
          : `${words.day(stats.from)} – ${words.day(stats.to)}`
      }
    >
      <ol className="flex flex-col gap-2.5">
        {funnelRows(totals, previous.totals).map(({ step, count, share, rate, change }) => (
          <li key={step} className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3">
            <span className="text-ink-2">{t(`steps.${step}`)}</span>
            <span className="flex items-center gap-2">
              <span aria-hidden className="h-5 flex-1 rounded-sm bg-sunken dark:bg-line">
                <span className="block h-full rounded-sm bg-chart-1" style={{ width: `${100 * share}%` }} />
              </span>
              <span className="w-12 text-right font-display text-section font-semibold">{words.count(count)}</span>
            </span>
            <span className="col-start-2 flex flex-wrap gap-x-3 text-meta text-ink-3">
              {rate === null ? null : <span>{t('detail.ofPrevious', { percent: words.percent(rate) })}</span>}
              {change === null ? (
                count > 0 ? (
                  <span>{t('detail.newPeriod')}</span>
                ) : null
              ) : (
                <span className="inline-flex items-center gap-1">
                  {change > 0 ? <TrendingUp aria-hidden size={12} /> : null}
                  {change < 0 ? <TrendingDown aria-hidden size={12} /> : null}
                  {t('detail.against', { change: words.change(change), ...period })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <ul className="mt-3 flex flex-col gap-0.5 text-label text-ink-3">
        {totals.withoutClick > 0 ? <li>{t('detail.withoutClick', { count: totals.withoutClick })}</li> : null}
        {totals.passersBy > 0 ? <li>{t('detail.passersBy', { count: totals.passersBy })}</li> : null}
      </ul>
    </Card>
  );
}

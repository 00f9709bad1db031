import { Button, Skeleton } from '@hilo/ui';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../hooks/use-words';
import { STEPS, type LinkStats } from '../../model/link';
import { Card } from './card';
import { FiguresTable } from './figures-table';

const SeriesChart = lazy(() => import('./series-chart'));
const STROKES = ['stroke-chart-1', 'stroke-chart-2', 'stroke-chart-3', 'stroke-chart-4'];
const DASHES = [undefined, '6 3', '2 3', '8 3 2 3'];

function Table({ stats }: { stats: LinkStats }) {
  const { t } = useTranslation('links');
  const words = useWords();
  return (
    <div className="max-h-80 overflow-y-auto" tabIndex={0} role="region" aria-label={t('detail.series')}>
      <FiguresTable
        sticky
        caption={t('detail.series')}
        header={t('detail.day')}
        rows={stats.series.map((day) => ({ key: day.date, name: words.day(day.date), totals: day }))}
      />
    </div>
  );
}

/** Day by day, as lines or as the same figures in a table. */
export function SeriesCard({ stats }: { stats: LinkStats }) {
  const { t } = useTranslation('links');
  const [table, setTable] = useState(false);
  return (
    <Card
      title={t('detail.series')}
      takeaway={t('detail.seriesTakeaway', { count: stats.totals.clicks, days: stats.series.length })}
      action={
        <Button size="sm" variant="ghost" onClick={() => setTable(!table)}>
          {t(table ? 'detail.asChart' : 'detail.asTable')}
        </Button>
      }
    >
      {table ? (
        <Table stats={stats} />
      ) : (
        <>
          <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-label text-ink-2">
            {STEPS.map((step, index) => (
              <li key={step} className="flex items-center gap-1.5">
                <svg aria-hidden width="22" height="4" className={STROKES[index]}>
                  <line x1="0" y1="2" x2="22" y2="2" strokeWidth="2" strokeDasharray={DASHES[index]} />
                </svg>
                {t(`steps.${step}`)}
              </li>
            ))}
          </ul>
          <Suspense fallback={<Skeleton className="h-60 w-full" />}>
            <SeriesChart stats={stats} />
          </Suspense>
        </>
      )}
    </Card>
  );
}

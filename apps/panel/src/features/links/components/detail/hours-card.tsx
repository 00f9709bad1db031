import { cx } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import type { LinkStats } from '../../model/link';
import { busiestHours } from '../../model/rates';
import { Card } from './card';

/** At what time of the day people click. */
export function HoursCard({ stats }: { stats: LinkStats }) {
  const { t, i18n } = useTranslation('links');
  const most = Math.max(...stats.hours, 1);
  const busiest = busiestHours(stats.hours);
  const hours = new Intl.ListFormat(i18n.language).format(busiest.map((hour) => `${hour} h`));
  return (
    <Card
      title={t('detail.hours')}
      takeaway={busiest.length > 0 ? t('detail.hoursTakeaway', { hours }) : t('detail.hoursNone')}
    >
      <ol className="grid h-32 grid-cols-24 items-end gap-0.5">
        {stats.hours.map((count, hour) => (
          <li key={hour} className="flex h-full flex-col justify-end" title={t('detail.hourLabel', { hour, count })}>
            <span className="sr-only">{t('detail.hourLabel', { hour, count })}</span>
            <span
              aria-hidden
              className={cx('block rounded-t-sm', count > 0 ? 'bg-chart-1' : 'bg-line')}
              style={{ height: count > 0 ? `${Math.max(6, (100 * count) / most)}%` : '2px' }}
            />
          </li>
        ))}
      </ol>
      <div aria-hidden className="mt-1 flex justify-between text-meta text-ink-3">
        {[0, 6, 12, 18, 23].map((hour) => (
          <span key={hour}>{hour} h</span>
        ))}
      </div>
      <p className="mt-2 text-label text-ink-3">{t('detail.zone', { zone: stats.timeZone.replace(/_/g, ' ') })}</p>
    </Card>
  );
}

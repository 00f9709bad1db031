import { useTranslation } from 'react-i18next';
import { useWords } from '../../hooks/use-words';
import { STEPS, type LinkStats } from '../../model/link';
import { NetworkMark } from '../network-mark';
import { Card } from './card';

/** The same item on each network, side by side. */
export function NetworksCard({ stats }: { stats: LinkStats }) {
  const { t } = useTranslation('links');
  const words = useWords();
  return (
    <Card title={t('detail.networks')} takeaway={t('detail.networksHelp')}>
      <table className="w-full text-right">
        <caption className="sr-only">{t('detail.networks')}</caption>
        <thead className="text-label text-ink-3">
          <tr>
            <th scope="col" className="py-1.5 text-left font-medium">
              {t('network')}
            </th>
            {STEPS.map((step) => (
              <th key={step} scope="col" className="py-1.5 font-medium">
                {t(`steps.${step}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stats.networks.map((row) => (
            <tr key={row.network} className="border-t border-line">
              <th scope="row" className="py-1.5 text-left font-normal">
                <NetworkMark network={row.network} />
              </th>
              {STEPS.map((step) => (
                <td key={step} className={row[step] === 0 ? 'text-ink-3' : undefined}>
                  {words.count(row[step])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

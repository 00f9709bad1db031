import { useTranslation } from 'react-i18next';
import { NetworkMark } from '../../../../app/network-mark';
import type { LinkStats } from '../../model/link';
import { Card } from './card';
import { FiguresTable } from './figures-table';

/** The same item on each network, side by side. */
export function NetworksCard({ stats }: { stats: LinkStats }) {
  const { t } = useTranslation('links');
  return (
    <Card title={t('detail.networks')} takeaway={t('detail.networksHelp')}>
      <FiguresTable
        caption={t('detail.networks')}
        header={t('network')}
        rows={stats.networks.map((row) => ({
          key: row.network,
          name: <NetworkMark network={row.network} />,
          totals: row,
        }))}
      />
    </Card>
  );
}

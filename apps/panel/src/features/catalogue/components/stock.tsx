import { Badge } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import { stockLevel } from '../model/item';

/** How many there are, in words. */
export function Stock({ stock }: { stock: number | null }) {
  const { t } = useTranslation('catalogue');
  const level = stockLevel(stock);
  if (level === 'uncounted') return <span className="text-ink-3">{t('stock.uncounted')}</span>;
  if (level === 'none') return <Badge tone="danger">{t('stock.none')}</Badge>;
  const words = t('stock.some', { count: stock ?? 0 });
  return level === 'few' ? <Badge tone="warning">{words}</Badge> : <span>{words}</span>;
}

import type { DataColumn } from '@hilo/ui';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../../app/use-money';
import type { Item } from '../model/item';
import { Photo } from './photo';
import { Stock } from './stock';

/** The columns of the shelf. */
export function useItemColumns(): DataColumn<Item>[] {
  const { t } = useTranslation('catalogue');
  const money = useMoney();
  return [
    {
      id: 'name',
      header: t('columns.name'),
      card: 'title',
      className: 'py-1.5',
      cell: (item) => (
        <span className="flex items-center gap-3">
          <Photo item={item} />
          <span className="min-w-0">
            <span className="line-clamp-2">{item.name}</span>
            <span className="block text-label font-normal text-ink-3">
              <span className="font-mono">{item.sku}</span>
              {item.brand ? ` · ${item.brand}` : null}
            </span>
          </span>
        </span>
      ),
    },
    { id: 'category', header: t('columns.category'), card: 'none', cell: ({ category }) => category },
    {
      id: 'retail',
      header: t('columns.retail'),
      card: 'field',
      align: 'end',
      className: 'whitespace-nowrap font-medium',
      cell: ({ priceRetail }) => money(priceRetail),
    },
    {
      id: 'wholesale',
      header: t('columns.wholesale'),
      card: 'field',
      align: 'end',
      className: 'whitespace-nowrap',
      cell: ({ priceWholesale }) => (priceWholesale ? money(priceWholesale) : '—'),
    },
    {
      id: 'stock',
      header: t('columns.stock'),
      card: 'field',
      align: 'end',
      className: 'whitespace-nowrap',
      cell: ({ stock, category }) => (
        <span className="inline-flex items-center gap-2">
          {stock === 0 ? (
            <Link
              to="/catalogo"
              search={{ categoria: category, stock: 'si' }}
              className="relative z-1 rounded-sm text-label text-accent underline underline-offset-2"
            >
              {t('stock.alternatives')}
            </Link>
          ) : null}
          <Stock stock={stock} />
        </span>
      ),
    },
  ];
}

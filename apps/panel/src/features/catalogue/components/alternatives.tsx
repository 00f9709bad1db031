import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { alternativesQuery } from '../api/catalogue-queries';
import { useMoney } from '../../../app/use-money';
import type { Item } from '../model/item';
import { Photo } from './photo';
import { Stock } from './stock';

/** What to offer of the same category when there is none left. */
export function Alternatives({ item }: { item: Item }) {
  const { t } = useTranslation('catalogue');
  const money = useMoney();
  const { data } = useQuery(alternativesQuery(item));
  if (!data) return null;
  return (
    <section aria-labelledby="alternatives">
      <h2 id="alternatives" className="mb-2 font-medium">
        {t('alternatives.title')}
      </h2>
      {data.length === 0 ? <p className="text-ink-3">{t('alternatives.none', { category: item.category })}</p> : null}
      <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
        {data.map((one) => (
          <li
            key={one.id}
            className="relative flex items-center gap-3 rounded-md border border-line p-2.5 hover:border-line-strong"
          >
            <Photo item={one} />
            <span className="min-w-0 flex-1">
              <Link
                to="/catalogo/$sku"
                params={{ sku: one.sku }}
                className="line-clamp-1 font-medium after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-accent"
              >
                {one.name}
              </Link>
              <span className="flex flex-wrap items-center gap-x-2 text-label text-ink-2">
                {money(one.priceRetail)} · <Stock stock={one.stock} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemNameQuery } from '../../../app/catalogue-items';
import { useNetworkName } from '../../../app/network-mark';
import { colleaguesQuery } from '../api/lead-queries';
import type { LeadSearch } from '../search';

export interface ActiveFilter {
  words: string;
  /** What takes it away. */
  without: Partial<LeadSearch>;
}

/** The filters that are on, in words. */
export function useActiveFilters(search: LeadSearch, showsState: boolean): ActiveFilter[] {
  const { t, i18n } = useTranslation('leads');
  const { estado, red, asesor, calidad, producto, desde, hasta } = search;
  const colleagues = useQuery({
    ...colleaguesQuery,
    enabled: asesor !== undefined && asesor !== 'me' && asesor !== 'none',
  });
  const networkName = useNetworkName();
  const item = useQuery(itemNameQuery(producto));
  const day = (date: string) =>
    new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`),
    );
  const person =
    asesor === 'me' || asesor === 'none'
      ? t(asesor === 'me' ? 'me' : 'nobody')
      : (colleagues.data?.find(({ id }) => id === asesor)?.name ?? '…');
  return [
    ...(estado && showsState ? [{ words: t(`states.${estado}`), without: { estado: undefined } }] : []),
    ...(red ? [{ words: networkName(red), without: { red: undefined } }] : []),
    ...(asesor ? [{ words: person, without: { asesor: undefined } }] : []),
    ...(calidad ? [{ words: t(`qualities.${calidad}`), without: { calidad: undefined } }] : []),
    ...(producto ? [{ words: item.data?.name ?? '…', without: { producto: undefined } }] : []),
    ...(desde ? [{ words: t('filters.since', { day: day(desde) }), without: { desde: undefined } }] : []),
    ...(hasta ? [{ words: t('filters.until', { day: day(hasta) }), without: { hasta: undefined } }] : []),
  ];
}

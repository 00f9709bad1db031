import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CHANNELS } from '../../search';

export const NETWORKS = [
  'facebook',
  'instagram',
  'google',
  'website',
  'tiktok',
  'email',
  'qr',
  'other',
  'direct',
] as const;

/** The names of what can be filtered by, in the person's language. */
export function useFilterWords() {
  const { t } = useTranslation('conversations');
  return useMemo(
    () => ({
      status: { abierta: t('status.open'), seguimiento: t('status.follow_up'), cerrada: t('status.closed') },
      priority: {
        baja: t('priority.low'),
        normal: t('priority.normal'),
        alta: t('priority.high'),
        urgente: t('priority.urgent'),
      },
      sort: { espera: t('filters.sortWaiting'), prioridad: t('filters.sortPriority') },
      network: (value: string) => {
        const known = NETWORKS.find((one) => one === value);
        return known ? t(`networks.${known}`) : value;
      },
      channel: (value: (typeof CHANNELS)[number]) => t(`channels.${value}`),
    }),
    [t],
  );
}

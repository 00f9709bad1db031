import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { NETWORKS } from '../network';
import type { Notification } from '../notifications';

/** What the API calls a notification, and what the words of the panel are called. */
const TITLES = {
  'lead.new': 'newLead',
  'lead.new-several': 'newLeads',
  'lead.assigned': 'leadAssigned',
  escalation: 'escalation',
} as const;

const REASONS = [
  'complaint',
  'human_request',
  'warranty_claim',
  'urgent',
  'bulk_order',
  'order_status',
  'failure',
] as const;
const ORIGINS = ['link', 'ad', 'campaign', 'direct'] as const;

const isTitle = (title: string): title is keyof typeof TITLES => Object.hasOwn(TITLES, title);
const among = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value);

/** A notification in one line. What a newer server tells of is at least announced. */
export function useNoticeWords(): (notice: Pick<Notification, 'title' | 'params'>) => string {
  const { t } = useTranslation('shell');
  return useCallback(
    ({ title, params }) => {
      if (!isTitle(title)) return t('notifications.titles.other');
      const reason = among(REASONS, params['reason']);
      const origin = among(ORIGINS, params['origin']);
      const network = among(NETWORKS, params['origin']);
      const about = [
        reason && t(`notifications.reasons.${reason}`),
        origin && t(`notifications.origins.${origin}`),
        network && t(`networks.${network}`),
      ].find(Boolean);
      const words = t(`notifications.titles.${TITLES[title]}`, { count: Number(params['count'] ?? 1) });
      return about ? `${words}: ${about}` : words;
    },
    [t],
  );
}

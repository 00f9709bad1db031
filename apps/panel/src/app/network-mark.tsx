import { cx } from '@hilo/ui';
import { AtSign, Camera, Globe, Link2, Music2, QrCode, Search, ThumbsUp, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Network } from './network';

export const networkIcons: Readonly<Record<Network, LucideIcon>> = {
  facebook: ThumbsUp,
  instagram: Camera,
  google: Search,
  website: Globe,
  tiktok: Music2,
  email: AtSign,
  qr: QrCode,
  other: Link2,
};

/** The word for a network, or for none. */
export function useNetworkName(): (network: Network | 'none') => string {
  const { t } = useTranslation('shell');
  return (network) => t(`networks.${network}`);
}

/** A network with its sign and its word. */
export function NetworkMark({ network, className }: { network: Network; className?: string }) {
  const nameOf = useNetworkName();
  const Icon = networkIcons[network];
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap', className)}>
      <Icon aria-hidden size={15} strokeWidth={1.75} className="shrink-0 text-ink-3" />
      {nameOf(network)}
    </span>
  );
}

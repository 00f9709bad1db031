import { cx } from '@hilo/ui';
import { CircleHelp, Flame, Megaphone, MessageCircle, PenLine, Snowflake, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { networkIcons, useNetworkName } from '../../../app/network-mark';
import type { Lead, Quality } from '../model/lead';

const kinds = { link: CircleHelp, ad: Megaphone, campaign: Megaphone, direct: MessageCircle, manual: PenLine };
const qualities = {
  hot: { Icon: Flame, tone: 'text-hot' },
  warm: { Icon: Sun, tone: 'text-warm' },
  cold: { Icon: Snowflake, tone: 'text-cold' },
};

/** Where a lead came from: network and link, an ad, or how it began. */
export function Origin({ source, className }: { source: Lead['source']; className?: string }) {
  const { t } = useTranslation('leads');
  const networkName = useNetworkName();
  const Icon = source.network ? networkIcons[source.network] : kinds[source.kind];
  const words = source.network ? networkName(source.network) : t(`sources.${source.kind}`);
  return (
    <span className={cx('inline-flex min-w-0 items-center gap-1', className)}>
      <Icon aria-hidden size={13} strokeWidth={1.75} className="shrink-0" />
      <span className="truncate">{source.linkName ? `${words} · ${source.linkName}` : words}</span>
    </span>
  );
}

/** Hot, warm or cold, always with its word. */
export function QualityMark({ quality, hideWord }: { quality: Quality; hideWord?: boolean }) {
  const { t } = useTranslation('leads');
  const { Icon, tone } = qualities[quality];
  return (
    <span className={cx('inline-flex shrink-0 items-center gap-1 text-label font-medium', tone)}>
      <Icon aria-hidden size={14} strokeWidth={2} />
      <span className={hideWord ? 'sr-only' : undefined}>{t(`qualities.${quality}`)}</span>
    </span>
  );
}

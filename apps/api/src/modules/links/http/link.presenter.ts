import type { ChannelCard } from '../../channels/index.js';
import { writeClaimCode } from '../../conversations/index.js';
import { prefilledText } from '../domain/destination.js';
import { tagged } from '../domain/utm.js';
import type { LinkTotals } from '../persistence/link-list.query.js';
import type { TrackedLinkEntity } from '../persistence/tracked-link.entity.js';
import type { LinkedItem } from '../services/linked-items.js';
import type { LinkView } from './link-view.js';

const EXAMPLE_CODE = 'K7Q2MX';

export interface LinkParts {
  link: TrackedLinkEntity;
  item: LinkedItem | undefined;
  channel: ChannelCard | undefined;
  totals: LinkTotals | undefined;
  publicUrl: string;
}

export const shortUrlOf = (publicUrl: string, slug: string): string => `${publicUrl}/l/${slug}`;

export function presentLink({ link, item, channel, totals, publicUrl }: LinkParts): LinkView {
  const shortUrl = shortUrlOf(publicUrl, link.slug);
  const { id, slug, name, network, message, utm, active, version } = link;
  return {
    id,
    slug,
    shortUrl,
    taggedUrl: tagged(shortUrl, utm),
    item: item ? { id: item.id, name: item.name, sku: item.sku } : null,
    name,
    network,
    channel: channel
      ? { id: channel.id, kind: channel.kind, name: channel.name, address: channel.displayAddress }
      : null,
    message,
    messagePreview: writeClaimCode(prefilledText(message, item ?? null), EXAMPLE_CODE),
    utm,
    active,
    archivedAt: link.archivedAt?.toISOString() ?? null,
    totals: totals ?? { clicks: 0, conversations: 0, leads: 0, won: 0 },
    createdAt: link.createdAt.toISOString(),
    version,
  };
}

import type { Network } from '../../../app/network';
import type { Utm } from './link';

const MEDIA: Readonly<Record<Network, string>> = {
  facebook: 'social',
  instagram: 'social',
  tiktok: 'social',
  google: 'cpc',
  website: 'web',
  email: 'email',
  qr: 'qr',
  other: 'web',
};

export const UTM_KEYS = ['source', 'medium', 'campaign', 'content', 'term'] as const;
export type UtmKey = (typeof UTM_KEYS)[number];

/** What somebody wrote instead of what is filled in by itself; what is missing was left alone. */
export type UtmTyped = Partial<Record<UtmKey, string>>;

/** Lower case ASCII words joined by hyphens, as the API writes campaigns. */
export const slugified = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);

/** The parameters as the API will fill them in, what was typed winning field by field. */
export function utmOf(link: { network: Network; name: string; sku: string | null }, typed: UtmTyped): Utm {
  const written = (key: UtmKey) => typed[key]?.trim();
  return {
    source: written('source') || link.network,
    medium: written('medium') || MEDIA[link.network],
    campaign: written('campaign') || slugified(link.name) || link.network,
    content: typed.content === undefined ? link.sku : written('content') || null,
    term: written('term') || null,
  };
}

/** The address to publish, with its parameters. */
export function tagged(url: string, utm: Utm): string {
  const address = new URL(url);
  for (const key of UTM_KEYS) {
    const value = utm[key];
    if (value) address.searchParams.set(`utm_${key}`, value);
  }
  return address.toString();
}

/** What the customer finds written in the chat, with an example of the code that says which click it was. */
export function prefilledText(
  message: string,
  item: { name: string; sku: string | null } | null,
  usual: string,
): string {
  const values: Readonly<Record<string, string>> = { item: item?.name ?? '', sku: item?.sku ?? '' };
  return (message.trim() || usual)
    .replace(/\{(item|sku)\}/g, (_whole, name: string) => values[name] ?? '')
    .replace(/\s{2,}/g, ' ')
    .trim();
}

export const EXAMPLE_CODE = 'K7Q2MX';

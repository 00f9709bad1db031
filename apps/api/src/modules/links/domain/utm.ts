import { mediumOf, type Network } from './network.js';

/** The five parameters that Google Analytics reads; empty ones are left out of the address. */
export interface Utm {
  source: string;
  medium: string;
  campaign: string;
  content: string | null;
  term: string | null;
}

const KEYS = ['source', 'medium', 'campaign', 'content', 'term'] as const;
const LONGEST_SEEN = 100;

/** Lower case ASCII words joined by hyphens: `Facebook Ads – Villa Marina` becomes `facebook-ads-villa-marina`. */
export const slugified = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);

/** What the parameters are unless somebody writes others; `over` wins field by field. */
export const utmOf = (link: { network: Network; name: string; sku: string | null }, over: Partial<Utm> = {}): Utm => ({
  source: over.source || link.network,
  medium: over.medium || mediumOf(link.network),
  campaign: over.campaign || slugified(link.name) || link.network,
  content: over.content === undefined ? link.sku : over.content || null,
  term: over.term || null,
});

/** The address to publish, with the parameters. */
export function tagged(url: string, utm: Utm): string {
  const address = new URL(url);
  for (const key of KEYS) if (utm[key]) address.searchParams.set(`utm_${key}`, utm[key]);
  return address.toString();
}

/** The parameters that a click brought along, cut and cleaned; null when it brought none. */
export function utmSeen(query: Readonly<Record<string, unknown>>): Partial<Utm> | null {
  const seen = KEYS.flatMap((key) => {
    const value = query[`utm_${key}`];
    const text = typeof value === 'string' ? value.replace(/\p{C}/gu, '').trim().slice(0, LONGEST_SEEN) : '';
    return text ? [[key, text] as const] : [];
  });
  return seen.length > 0 ? Object.fromEntries(seen) : null;
}

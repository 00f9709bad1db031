import { NETWORKS, type Network } from '../../../app/network';
import { STEPS, type Totals, type TrackedLink } from './link';

export interface LinkGroup {
  /** The item's id or the network; empty for links of the whole business. */
  key: string;
  /** Null for links of no item; the network itself where they are grouped by it. */
  name: string | null;
  network: Network | null;
  totals: Totals;
  links: TrackedLink[];
}

const NOTHING: Totals = { clicks: 0, conversations: 0, leads: 0, won: 0 };

export function sumTotals(all: readonly Totals[]): Totals {
  const sum = { ...NOTHING };
  for (const one of all) for (const step of STEPS) sum[step] += one[step];
  return sum;
}

/** Links under their item, the most clicked first and those of no item last; or under their network, in its usual order. */
export function groupLinks(links: readonly TrackedLink[], by: 'producto' | 'red'): LinkGroup[] {
  const groups = new Map<string, LinkGroup>();
  for (const link of links) {
    const key = by === 'red' ? link.network : (link.item?.id ?? '');
    const group = groups.get(key) ?? {
      key,
      name: by === 'red' ? link.network : (link.item?.name ?? null),
      network: by === 'red' ? link.network : null,
      totals: NOTHING,
      links: [],
    };
    groups.set(key, { ...group, totals: sumTotals([group.totals, link.totals]), links: [...group.links, link] });
  }
  const order = (group: LinkGroup) => (group.network ? NETWORKS.indexOf(group.network) : 0);
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.name === null) - Number(b.name === null) || order(a) - order(b) || b.totals.clicks - a.totals.clicks,
  );
}

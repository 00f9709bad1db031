import type { Network } from '../../../app/network';

export interface Utm {
  source: string;
  medium: string;
  campaign: string;
  content: string | null;
  term: string | null;
}

/** The steps from a click to a sale. */
export const STEPS = ['clicks', 'conversations', 'leads', 'won'] as const;
export type Step = (typeof STEPS)[number];
export type Totals = Record<Step, number>;

/** A tracked link as `GET /links` gives it. */
export interface TrackedLink {
  id: string;
  slug: string;
  /** The address to share. */
  shortUrl: string;
  /** The same with its UTM parameters. */
  taggedUrl: string;
  item: { id: string; name: string; sku: string | null } | null;
  name: string;
  network: Network;
  channel: { id: string; kind: string; name: string; address: string | null } | null;
  message: string | null;
  messagePreview: string;
  utm: Utm;
  active: boolean;
  archivedAt: string | null;
  totals: Totals;
  createdAt: string;
  version: number;
}

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

export interface Channel {
  id: string;
  kind: string;
  name: string;
  address: string;
  displayAddress: string | null;
  sandbox: boolean;
  active: boolean;
}

export interface Funnel extends Totals {
  qualified: number;
}

/** `GET /links/:id/stats`: days of the business's time zone. */
export interface LinkStats {
  from: string;
  to: string;
  timeZone: string;
  totals: Funnel & {
    passersBy: number;
    withoutClick: number;
    revenue: { amount: number; currency: string }[];
  };
  previous: { from: string; to: string; totals: Funnel };
  series: (Funnel & { date: string })[];
  /** Clicks by hour of the day, 24 of them. */
  hours: number[];
  networks: (Funnel & { network: Network })[];
}

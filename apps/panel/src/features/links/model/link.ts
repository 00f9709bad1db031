import type { Schemas } from '@hilo/api-client';

export type Utm = Schemas['UtmView'];

/** The steps from a click to a sale. */
export const STEPS = ['clicks', 'conversations', 'leads', 'won'] as const;
export type Step = (typeof STEPS)[number];
export type Totals = Record<Step, number>;

/** A tracked link as `GET /links` gives it. */
export type TrackedLink = Schemas['LinkView'];

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
export type LinkStats = Schemas['LinkStatsView'];

import type { Holiday, OpeningSpan } from './opening-hours.js';

export const VOICES = ['es-rioplatense', 'es-neutral', 'pt-BR', 'en'] as const;
/** How ISAC speaks. */
export type Voice = (typeof VOICES)[number];

export interface Store {
  id: string;
  name: string;
  address: string;
  city: string;
  /** In words, as it is told to customers. */
  hours: string;
  /** Whether orders may be picked up there. */
  pickup: boolean;
}

/** The one business of an installation. */
export interface BusinessProfile {
  name: string;
  /** IANA. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  voice: Voice;
  /** Whether it is the demo shop. */
  demo: boolean;
  hours: OpeningSpan[];
  holidays: Holiday[];
  stores: Store[];
  version: number;
}

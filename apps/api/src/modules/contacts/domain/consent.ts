import type { ContactChannelKind } from './channel-address.js';

export const CONSENT_CATEGORIES = ['marketing', 'utility', 'service'] as const;
export type ConsentCategory = (typeof CONSENT_CATEGORIES)[number];

export const CONSENT_STATES = ['unknown', 'granted', 'withdrawn'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/** By what somebody agreed or refused. */
export const CONSENT_SOURCES = ['message', 'form', 'link', 'import', 'provider_preference', 'advisor'] as const;
export type ConsentSource = (typeof CONSENT_SOURCES)[number];

export interface ConsentDecision {
  contactId: string;
  channelKind: ContactChannelKind;
  category: ConsentCategory;
  by: ConsentSource;
  /** The advisor who recorded it, when one did. */
  userId?: string | null;
  /** What the customer wrote or was shown. */
  text?: string | null;
  messageId?: string | null;
  at: Date;
}

export interface DatedConsent {
  state: Exclude<ConsentState, 'unknown'>;
  at: Date;
}

/** The latest word counts; of two at the same moment, the refusal. */
export function currentConsent(entries: readonly DatedConsent[]): ConsentState {
  let latest: DatedConsent | undefined;
  for (const entry of entries) {
    const newer = latest === undefined || entry.at.getTime() > latest.at.getTime();
    const refusalAtOnce =
      latest !== undefined && entry.at.getTime() === latest.at.getTime() && entry.state === 'withdrawn';
    if (newer || refusalAtOnce) latest = entry;
  }
  return latest?.state ?? 'unknown';
}

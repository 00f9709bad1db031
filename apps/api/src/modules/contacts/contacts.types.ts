import type { ContactChannelKind, ContactIdentity } from './domain/channel-address.js';

/** Somebody who wrote or is to be written to. Needs an identity or a phone. */
export interface ResolveSender {
  /** The caller's own name for this sender; the answer is found under it. Senders may share a person, never a key. */
  key: string;
  channelKind: ContactChannelKind;
  /** The most durable first. */
  identities: readonly ContactIdentity[];
  /** E.164. */
  phone?: string;
  name?: string;
  username?: string;
}

export interface ResolvedContact {
  contactId: string;
  /** Created by this call. */
  isNew: boolean;
  blocked: boolean;
}

export interface IdentityChange {
  channelKind: ContactChannelKind;
  previous: ContactIdentity;
  current: ContactIdentity;
  /** The phone of today, E.164, when the provider told it. */
  phone?: string;
}

export const CONTACT_TYPES = ['retail', 'wholesale'] as const;
export type ContactType = (typeof CONTACT_TYPES)[number];

/** What lists and headers show of a person. */
export interface ContactCard {
  id: string;
  /** The name, else the user name, else the phone, else empty. */
  name: string;
  /** E.164. */
  phone: string | null;
  type: ContactType;
  tags: string[];
  /** BCP 47. */
  language: string | null;
  blocked: boolean;
}

/** Everything a person's page shows. */
export interface ContactDetail extends ContactCard {
  username: string | null;
  nameSource: 'provider' | 'person';
  email: string | null;
  city: string | null;
  attributes: Record<string, string | number | boolean | null>;
  blockedAt: string | null;
  /** Which ways of reaching the person are known; never the identifiers themselves. */
  identities: { kind: ContactIdentity['kind']; channelKind: ContactChannelKind; since: string }[];
  consents: { channelKind: ContactChannelKind; category: string; state: 'granted' | 'withdrawn'; at: string }[];
  createdAt: string;
  updatedAt: string;
  version: number;
}

/** Where to send: what the channel's adapter gets as `to`. */
export interface ContactAddresses {
  identities: ContactIdentity[];
  phone?: string;
}

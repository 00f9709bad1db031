import { formatInternational } from '@hilo/phone-number';
import type { ContactCard, ContactDetail, ContactType } from '../contacts.types.js';
import type { ContactChannelKind, IdentityKind } from './channel-address.js';

export type ContactAttributes = Record<string, string | number | boolean | null>;

/** A contact as it is stored, opened. */
export interface StoredContact {
  id: string;
  name: string | null;
  nameSource: 'provider' | 'person';
  username: string | null;
  /** E.164. */
  phone: string | null;
  email: string | null;
  city: string | null;
  language: string | null;
  type: ContactType;
  tags: string[];
  attributes: ContactAttributes;
  blockedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

export interface StoredIdentity {
  kind: IdentityKind | 'phone';
  channelKind: ContactChannelKind;
  createdAt: Date;
}

export interface StoredConsent {
  channelKind: ContactChannelKind;
  category: string;
  state: 'granted' | 'withdrawn';
  at: Date;
}

export const displayName = ({ name, username, phone }: Pick<StoredContact, 'name' | 'username' | 'phone'>): string =>
  name ?? username ?? (phone ? formatInternational(phone) : '');

export const contactCard = (contact: StoredContact): ContactCard => ({
  id: contact.id,
  name: displayName(contact),
  phone: contact.phone,
  type: contact.type,
  tags: contact.tags,
  language: contact.language,
  blocked: contact.blockedAt !== null,
});

export const contactDetail = (
  contact: StoredContact,
  identities: readonly StoredIdentity[],
  consents: readonly StoredConsent[],
): ContactDetail => ({
  ...contactCard(contact),
  username: contact.username,
  nameSource: contact.nameSource,
  email: contact.email,
  city: contact.city,
  attributes: contact.attributes,
  blockedAt: contact.blockedAt?.toISOString() ?? null,
  identities: identities.flatMap(({ kind, channelKind, createdAt }) =>
    kind === 'phone' ? [] : [{ kind, channelKind, since: createdAt.toISOString() }],
  ),
  consents: consents.map(({ channelKind, category, state, at }) => ({
    channelKind,
    category,
    state,
    at: at.toISOString(),
  })),
  createdAt: contact.createdAt.toISOString(),
  updatedAt: contact.updatedAt.toISOString(),
  version: contact.version,
});

import { Injectable } from '@nestjs/common';
import type { ContactAddresses, ContactCard, ContactDetail } from './contacts.types.js';
import {
  addressesFor,
  CONTACT_CHANNEL_KINDS,
  reachesPhones,
  type ContactChannelKind,
} from './domain/channel-address.js';
import { CONSENT_CATEGORIES } from './domain/consent.js';
import { contactCard, contactDetail, type StoredContact } from './domain/contact-view.js';
import { keyOf } from './domain/sender-groups.js';
import { ConsentRows } from './persistence/consent-rows.js';
import { ContactListQuery } from './persistence/contact-list.query.js';
import { ContactRepository, type OpenedIdentity } from './persistence/contact.repository.js';
import { IdentityRows } from './persistence/identity-rows.js';
import { SenderKeys } from './services/sender-keys.js';

/** What other modules may ask about customers. */
@Injectable()
export class Contacts {
  constructor(
    private readonly repository: ContactRepository,
    private readonly list: ContactListQuery,
    private readonly consents: ConsentRows,
    private readonly identityRows: IdentityRows,
    private readonly keys: SenderKeys,
  ) {}

  /** Unknown, merged and erased ids are left out. */
  async byIds(ids: readonly string[]): Promise<Map<string, ContactCard>> {
    if (ids.length === 0) return new Map();
    return new Map(
      (await this.repository.byIds([...new Set(ids)])).map((contact) => [contact.id, contactCard(contact)]),
    );
  }

  /** Whether each has a name and a phone, without opening either. Unknown, merged and erased ids are left out. */
  knownOf(ids: readonly string[]): Promise<Map<string, { name: boolean; phone: boolean }>> {
    return this.repository.knownOf(ids);
  }

  /** Everything a person's page shows. */
  async detail(id: string): Promise<ContactDetail | undefined> {
    const [contact] = await this.repository.byIds([id]);
    return contact && this.detailOf(contact);
  }

  async detailOf(contact: StoredContact): Promise<ContactDetail> {
    const identities = await this.repository.identities(contact.id);
    return contactDetail(
      contact,
      identities,
      await this.consents.current([contact.id], CONTACT_CHANNEL_KINDS, CONSENT_CATEGORIES),
    );
  }

  /** Where this channel can send to; undefined when it cannot reach the person. */
  async addresses(contactId: string, channelKind: ContactChannelKind): Promise<ContactAddresses | undefined> {
    const [contact] = await this.repository.byIds([contactId]);
    if (!contact) return undefined;
    const known = await this.repository.identities(contactId);
    const identities = addressesFor(
      channelKind,
      known.flatMap(({ kind, value }) => (kind === 'phone' ? [] : [{ kind, value }])),
    );
    const phone = reachesPhones(channelKind) ? phoneOf(contact, known) : undefined;
    if (identities.length === 0 && phone === undefined) return undefined;
    return { identities, ...(phone === undefined ? {} : { phone }) };
  }

  /** The contact of this line, E.164; another spelling of the same line finds it too. */
  async findByPhone(e164: string): Promise<string | undefined> {
    const line = this.keys.phoneLine(e164);
    const found = await this.identityRows.find(line);
    return line.map((key) => found.get(keyOf(key))).find((contact) => contact !== undefined)?.contactId;
  }

  /** By part of a name (accents and small mistakes do not matter), an ending of a phone, or a whole e-mail address. The newest first. */
  searchIds(q: string, limit = 50): Promise<string[]> {
    return this.list.ids({ q, limit });
  }
}

const phoneOf = (contact: StoredContact, identities: readonly OpenedIdentity[]): string | undefined =>
  contact.phone ?? identities.find(({ kind }) => kind === 'phone')?.value;

import { Injectable } from '@nestjs/common';
import { toE164 } from '@hilo/phone-number';
import { Clock } from '../../../platform/clock/clock.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { notFound, staleVersion } from '../../../platform/http/domain-error.js';
import { newId } from '../../../platform/ids/uuid.js';
import { nothingToKnowBy, phoneNotInternational } from '../contacts.errors.js';
import type { ContactType } from '../contacts.types.js';
import type { ContactAttributes, StoredContact } from '../domain/contact-view.js';
import type { ContactEntity } from '../persistence/contact.entity.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import { ContactPhones } from './contact-phones.js';
import { SenderKeys } from './sender-keys.js';

export interface ContactFields {
  name?: string | null;
  /** As a person writes it, with its country code. */
  phone?: string | null;
  email?: string | null;
  city?: string | null;
  language?: string | null;
  type?: ContactType;
  tags?: string[];
  attributes?: ContactAttributes;
  blocked?: boolean;
}

export interface ContactEdit {
  contact: StoredContact;
  /** Names of the fields that are now different; none when nothing was written. */
  changed: string[];
}

const EMPTY = {
  name: null,
  nameSource: 'provider',
  username: null,
  phoneSealed: null,
  phoneHash: null,
  emailSealed: null,
  emailHash: null,
  city: null,
  language: null,
  type: 'retail',
  tags: [],
  attributes: {},
  blockedAt: null,
  mergedInto: null,
  erasedAt: null,
} satisfies Partial<ContactEntity>;

/** What people write about a contact. */
@Injectable()
export class ContactEditing {
  constructor(
    private readonly repository: ContactRepository,
    private readonly phones: ContactPhones,
    private readonly keys: SenderKeys,
    private readonly encryption: Encryption,
    private readonly clock: Clock,
  ) {}

  /** @throws `contact_exists` when the phone belongs to somebody; `validation_failed`. Runs in the caller's transaction. */
  async create(fields: ContactFields): Promise<StoredContact> {
    if (!fields.name && !fields.phone && !fields.email) throw nothingToKnowBy();
    const at = this.clock.now();
    const contact = this.repository.create({ ...EMPTY, id: newId(), createdAt: at, updatedAt: at });
    await this.apply(contact, { ...fields, phone: undefined });
    await this.repository.save(contact);
    if (!fields.phone) return this.repository.open(contact);
    await this.apply(contact, { phone: fields.phone });
    return this.repository.save(contact);
  }

  /** @throws `not_found`, `stale_version`, `contact_exists`, `validation_failed`. Runs in the caller's transaction. */
  async edit(id: string, ifMatch: number | undefined, fields: ContactFields): Promise<ContactEdit> {
    const contact = await this.repository.forEdit(id);
    if (!contact) throw notFound('contact');
    if (ifMatch !== undefined && ifMatch !== contact.version) throw staleVersion(contact.version);
    const changed = await this.apply(contact, fields);
    if (changed.length === 0) return { contact: this.repository.open(contact), changed };
    contact.updatedAt = this.clock.now();
    return { contact: await this.repository.save(contact), changed };
  }

  private async apply(contact: ContactEntity, fields: ContactFields): Promise<string[]> {
    const before = this.repository.open(contact);
    const changed: string[] = [];
    const differs = <K extends 'name' | 'email' | 'city' | 'language' | 'type' | 'tags' | 'attributes'>(
      key: K,
    ): boolean => {
      const different =
        fields[key] !== undefined && JSON.stringify(fields[key] ?? null) !== JSON.stringify(before[key] ?? null);
      if (different) changed.push(key);
      return different;
    };
    if (differs('name'))
      Object.assign(contact, { name: fields.name ?? null, nameSource: fields.name ? 'person' : 'provider' });
    if (differs('email')) Object.assign(contact, this.sealedEmail(fields.email ?? null));
    if (differs('city')) contact.city = fields.city ?? null;
    if (differs('language')) contact.language = fields.language ?? null;
    if (differs('type')) contact.type = fields.type ?? 'retail';
    if (differs('tags')) contact.tags = fields.tags ?? [];
    if (differs('attributes')) contact.attributes = fields.attributes ?? {};
    if (fields.blocked !== undefined && fields.blocked !== (contact.blockedAt !== null)) {
      contact.blockedAt = fields.blocked ? this.clock.now() : null;
      changed.push('blocked');
    }
    if (fields.phone !== undefined && (await this.changePhone(contact, before.phone, fields.phone)))
      changed.push('phone');
    return changed;
  }

  private sealedEmail(email: string | null): Pick<ContactEntity, 'emailSealed' | 'emailHash'> {
    return email === null
      ? { emailSealed: null, emailHash: null }
      : { emailSealed: this.encryption.encrypt(email), emailHash: this.keys.email(email) };
  }

  private async changePhone(contact: ContactEntity, before: string | null, typed: string | null): Promise<boolean> {
    const phone = typed === null ? null : toE164(typed);
    if (phone === undefined) throw phoneNotInternational();
    if (phone === before) return false;
    if (before !== null) await this.phones.release(contact.id, before);
    if (phone !== null) await this.phones.take(contact.id, phone);
    contact.phoneSealed = phone === null ? null : this.encryption.encrypt(phone);
    contact.phoneHash = phone === null ? null : this.keys.phone(phone).hash;
    return true;
  }
}

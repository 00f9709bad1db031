import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { contactExists } from '../contacts.errors.js';
import { keyOf } from '../domain/sender-groups.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import { IdentityRows } from '../persistence/identity-rows.js';
import { SenderKeys } from './sender-keys.js';

/** Whose a phone is, when people say so. */
@Injectable()
export class ContactPhones {
  constructor(
    private readonly rows: IdentityRows,
    private readonly repository: ContactRepository,
    private readonly keys: SenderKeys,
    private readonly encryption: Encryption,
    private readonly clock: Clock,
  ) {}

  /** @throws `contact_exists` when the line belongs to another contact. */
  async take(contactId: string, phone: string): Promise<void> {
    const line = this.keys.phoneLine(phone);
    const [key] = line;
    if (!key) return;
    const holder = [...(await this.rows.find(line)).values()].find((contact) => contact.contactId !== contactId);
    if (holder) throw contactExists(holder.contactId);
    const identity = {
      id: newId(),
      contactId,
      channelKind: 'whatsapp_cloud',
      kind: key.kind,
      sealed: this.encryption.encrypt(phone),
      hash: key.hash,
    };
    const won = await this.rows.addIdentities([identity], this.clock.now());
    const owner = won.has(keyOf(key)) ? undefined : (await this.rows.find([key])).get(keyOf(key));
    if (owner && owner.contactId !== contactId) throw contactExists(owner.contactId);
    await this.rows.addDigits(this.encryption.phoneIndexes(phone).map((digest) => ({ contactId, digest })));
  }

  /** Forgets a phone that was wrong; one that the person has written from stays known as theirs. */
  async release(contactId: string, phone: string): Promise<void> {
    const digits = phone.replace(/\D/g, '');
    const proven = (await this.repository.identities(contactId)).some(
      ({ kind, value }) => kind === 'wa_id' && value === digits,
    );
    if (!proven)
      await this.rows.forgetPhone(contactId, this.keys.phone(phone).hash, this.encryption.phoneIndexes(phone));
  }
}

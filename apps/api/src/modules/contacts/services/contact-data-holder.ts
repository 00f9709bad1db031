import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Contacts } from '../contacts.facade.js';
import type { PersonalDataHolder } from '../domain/personal-data-holder.js';
import { ConsentRows } from '../persistence/consent-rows.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import { ErasedContacts } from '../persistence/erased-contacts.js';
import { PersonalDataHolders } from './personal-data-holders.js';

/** What contacts themselves hold about a person. */
@Injectable()
export class ContactDataHolder implements PersonalDataHolder {
  readonly name = 'contact';

  constructor(
    private readonly contacts: Contacts,
    private readonly repository: ContactRepository,
    private readonly consents: ConsentRows,
    private readonly erased: ErasedContacts,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async exportOf(contactId: string): Promise<unknown> {
    const contact = await this.contacts.detail(contactId);
    if (!contact) return null;
    const [identities, ledger] = [await this.repository.identities(contactId), await this.consents.ledger(contactId)];
    return {
      ...contact,
      identities: identities.map(({ kind, channelKind, value }) => ({ kind, channelKind, value })),
      consents: ledger,
    };
  }

  /** An empty contact stays behind, since other tables refer to it. */
  async erase(contactId: string): Promise<void> {
    await this.transaction.run(() => this.erased.erase(contactId, this.clock.now()));
  }
}

/** Registers the holder in every process. */
@Injectable()
export class RegisterContactData implements OnModuleInit {
  constructor(
    private readonly holders: PersonalDataHolders,
    private readonly holder: ContactDataHolder,
  ) {}

  onModuleInit(): void {
    this.holders.register(this.holder);
  }
}

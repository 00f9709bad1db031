import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Contacts } from './contacts.facade.js';
import { ConsentRows } from './persistence/consent-rows.js';
import { ContactListQuery } from './persistence/contact-list.query.js';
import { ContactEntity } from './persistence/contact.entity.js';
import { ContactRepository } from './persistence/contact.repository.js';
import { ErasedContacts } from './persistence/erased-contacts.js';
import { IdentityRows } from './persistence/identity-rows.js';
import { Consents } from './services/consents.js';
import { ContactDataHolder, RegisterContactData } from './services/contact-data-holder.js';
import { ContactIdentification } from './services/contact-identification.js';
import { PersonalDataHolders } from './services/personal-data-holders.js';
import { ProviderProfiles } from './services/provider-profiles.js';
import { SenderKeys } from './services/sender-keys.js';

const rows = [ConsentRows, ContactListQuery, ContactRepository, ErasedContacts, IdentityRows];
const inner = [SenderKeys, ProviderProfiles, ContactDataHolder, RegisterContactData];

/** Who the customers are, how they are reached, and what they agreed to. */
@Module({
  imports: [TypeOrmModule.forFeature([ContactEntity])],
  providers: [...rows, ...inner, Contacts, ContactIdentification, Consents, PersonalDataHolders],
  exports: [Contacts, ContactIdentification, Consents, PersonalDataHolders],
})
export class ContactsModule {}

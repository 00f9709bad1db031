import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/index.js';
import { Contacts } from './contacts.facade.js';
import { ConsentRows } from './persistence/consent-rows.js';
import { ContactListQuery } from './persistence/contact-list.query.js';
import { ContactEntity } from './persistence/contact.entity.js';
import { ContactRepository } from './persistence/contact.repository.js';
import { ErasedContacts } from './persistence/erased-contacts.js';
import { IdentityRows } from './persistence/identity-rows.js';
import { MergeSuggestionsQuery } from './persistence/merge-suggestions.query.js';
import { Consents } from './services/consents.js';
import { ContactBook } from './services/contact-book.js';
import { ContactDataHolder, RegisterContactData } from './services/contact-data-holder.js';
import { ContactEditing } from './services/contact-editing.js';
import { ContactIdentification } from './services/contact-identification.js';
import { ContactPhones } from './services/contact-phones.js';
import { LearnAboutContact } from './services/learn-about-contact.js';
import { MergeSuggestions } from './services/merge-suggestions.js';
import { PersonalDataHolders } from './services/personal-data-holders.js';
import { ProviderProfiles } from './services/provider-profiles.js';
import { RecordedConsents } from './services/recorded-consents.js';
import { SenderKeys } from './services/sender-keys.js';

const rows = [ConsentRows, ContactListQuery, ContactRepository, ErasedContacts, IdentityRows, MergeSuggestionsQuery];
const inner = [SenderKeys, ProviderProfiles, ContactDataHolder, RegisterContactData, ContactPhones, ContactEditing];
const forControllers = [ContactBook, RecordedConsents, MergeSuggestions];

/** Who the customers are, how they are reached, and what they agreed to. */
@Module({
  imports: [AuthModule, TypeOrmModule.forFeature([ContactEntity])],
  providers: [
    ...rows,
    ...inner,
    ...forControllers,
    Contacts,
    ContactIdentification,
    Consents,
    LearnAboutContact,
    PersonalDataHolders,
  ],
  exports: [...forControllers, Contacts, ContactIdentification, Consents, LearnAboutContact, PersonalDataHolders],
})
export class ContactsModule {}

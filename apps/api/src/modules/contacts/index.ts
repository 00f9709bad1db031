export { ContactsModule } from './contacts.module.js';
export { ContactsHttpModule } from './contacts-http.module.js';
export { ContactIdentification } from './services/contact-identification.js';
export { LearnAboutContact, type Learnt } from './services/learn-about-contact.js';
export { Consents } from './services/consents.js';
export { ContactCardView, ContactDetailView } from './http/contact.view.js';
export { Contacts } from './contacts.facade.js';
export { PersonalDataHolders } from './services/personal-data-holders.js';
export { consentChanged, contactChanged } from './contacts.events.js';
export type {
  ContactAddresses,
  ContactCard,
  ContactDetail,
  ContactType,
  IdentityChange,
  ResolvedContact,
  ResolveSender,
} from './contacts.types.js';
export type { ContactChannelKind, ContactIdentity } from './domain/channel-address.js';
export type { ConsentCategory, ConsentDecision, ConsentSource, ConsentState } from './domain/consent.js';
export type { PersonalDataHolder } from './domain/personal-data-holder.js';

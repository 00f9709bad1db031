import { DomainError, invalidField } from '../../platform/http/domain-error.js';

/** The phone already belongs to a contact: open that one. */
export const contactExists = (contactId: string): DomainError =>
  new DomainError('contact_exists', 409, 'There is already a contact with this phone.', { contactId });

export const phoneNotInternational = (): DomainError =>
  invalidField('/phone', 'must be a phone with its country code, such as +593 99 000 0001');

export const nothingToKnowBy = (): DomainError => invalidField('', 'must have a name, a phone or an e-mail address');

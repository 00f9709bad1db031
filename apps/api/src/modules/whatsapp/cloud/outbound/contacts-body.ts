import type { SharedContact } from '../../../channels/index.js';
import { built, refused, type Built, type Json } from './built.js';

/** Business cards. Meta wants one part of the name besides the whole: the first word serves. */
export function contactsBody(contacts: readonly SharedContact[]): Built {
  if (contacts.length === 0 || contacts.some(({ name }) => name.trim() === ''))
    return refused('contact_nameless', 'A shared contact needs a name.');
  return built({ type: 'contacts', contacts: contacts.map(card) });
}

function card(contact: SharedContact): Json {
  const phones = contact.phones.map(({ phone, waId, type }) => ({
    phone,
    ...(type === undefined ? {} : { type }),
    ...(waId === undefined ? {} : { wa_id: waId }),
  }));
  return {
    name: { formatted_name: contact.name, first_name: contact.name.trim().split(/\s+/)[0] },
    ...(phones.length === 0 ? {} : { phones }),
    ...(contact.emails.length === 0 ? {} : { emails: contact.emails.map((email) => ({ email })) }),
  };
}

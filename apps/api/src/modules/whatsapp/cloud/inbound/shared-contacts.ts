import type { SharedContact } from '../../../channels/index.js';
import { asFilledText, asList, asObject, type JsonObject } from './untrusted-json.js';

const MAX_CONTACTS = 100;
const MAX_VALUES = 50;
const FULL_NAME = /^FN[^:\r\n]*:([^\r\n]{1,200})/m;

/** Business cards, in the order they were sent; a card without a name takes the one of its vCard, else its first number. */
export function sharedContacts(source: readonly unknown[]): SharedContact[] {
  return source.slice(0, MAX_CONTACTS).flatMap((item) => {
    const card = asObject(item);
    return card === undefined ? [] : [sharedContact(card)];
  });
}

function sharedContact(card: JsonObject): SharedContact {
  const phones = asList(card.phones)
    .slice(0, MAX_VALUES)
    .flatMap((item) => phoneOf(asObject(item)) ?? []);
  const emails = asList(card.emails)
    .slice(0, MAX_VALUES)
    .flatMap((item) => asFilledText(asObject(item)?.email, 320) ?? []);
  const vcard = asFilledText(card.vcard);
  const name = asObject(card.name);
  const written =
    asFilledText(name?.formatted_name, 200) ??
    asFilledText(name?.first_name, 200) ??
    FULL_NAME.exec(vcard ?? '')?.[1]?.trim();
  const contact: SharedContact = { name: written ?? phones[0]?.phone ?? '', phones, emails };
  if (vcard !== undefined) contact.vcard = vcard;
  if (card.origin === 'REQUEST_CONTACT_INFO') contact.own = true;
  return contact;
}

function phoneOf(source: JsonObject | undefined): SharedContact['phones'][number] | undefined {
  const waId = asFilledText(source?.wa_id, 40);
  const phone = asFilledText(source?.phone, 100) ?? (waId === undefined ? undefined : `+${waId}`);
  if (phone === undefined) return undefined;
  const type = asFilledText(source?.type, 40);
  return { phone, ...(waId === undefined ? {} : { waId }), ...(type === undefined ? {} : { type }) };
}

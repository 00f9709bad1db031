import { asObject, type JsonObject } from './untrusted-json.js';

/** The `contacts[]` of one change, found by id in one step: a full batch names thousands of people. */
export interface ContactBook {
  readonly byId: ReadonlyMap<string, JsonObject>;
  /** The only contact, when there is just one. */
  readonly lone: JsonObject | undefined;
}

export const NO_CONTACTS: ContactBook = { byId: new Map(), lone: undefined };

export function contactBook(contacts: readonly unknown[]): ContactBook {
  if (contacts.length === 0) return NO_CONTACTS;
  const byId = new Map<string, JsonObject>();
  for (const item of contacts) {
    const contact = asObject(item);
    if (contact === undefined) continue;
    for (const id of [contact.wa_id, contact.user_id, contact.parent_user_id])
      if (typeof id === 'string' && id !== '' && !byId.has(id)) byId.set(id, contact);
  }
  return { byId, lone: contacts.length === 1 ? asObject(contacts[0]) : undefined };
}

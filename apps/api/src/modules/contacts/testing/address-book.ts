import { newId } from '../../../platform/ids/uuid.js';
import { type HttpContext, startHttp } from '../../../testing/http-context.js';
import { AuthModule, permissionsOf } from '../../auth/index.js';
import { ContactsHttpModule } from '../contacts-http.module.js';
import { ContactsModule } from '../contacts.module.js';

export interface ContactDetail {
  id: string;
  name: string;
  phone: string | null;
  version: number;
  blocked: boolean;
  nameSource: string;
  identities: unknown[];
  consents: { state: string }[];
}

export interface ContactList {
  data: { id: string; name: string }[];
  nextCursor: string | null;
}

export interface AddressBook extends HttpContext {
  /** The supervisor who asks. */
  userId: string;
  created(body: object): Promise<ContactDetail>;
  /** The ids on the first page of what this query finds. */
  found(query: string): Promise<string[]>;
}

/** Contacts over HTTP, asked by a supervisor. */
export async function startAddressBook(): Promise<AddressBook> {
  const userId = newId();
  const http = await startHttp([AuthModule, ContactsModule, ContactsHttpModule], {
    kind: 'user',
    id: userId,
    name: 'Sofía Vera',
    roles: ['supervisor'],
    teamIds: [],
    permissions: permissionsOf(['supervisor']),
  });
  return {
    ...http,
    userId,
    created: async (body) => {
      const { status, body: made } = await http.ask<ContactDetail>('POST', '/contacts', body);
      if (status !== 201) throw new Error(`no contact was made: ${status} ${JSON.stringify(made)}`);
      return made;
    },
    found: async (query) => (await http.ask<ContactList>('GET', `/contacts?${query}`)).body.data.map(({ id }) => id),
  };
}

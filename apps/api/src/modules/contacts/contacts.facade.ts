import type { ContactAddresses, ContactCard, ContactDetail } from './contacts.types.js';
import type { ContactChannelKind } from './domain/channel-address.js';

/** What other modules may ask about customers. */
export abstract class Contacts {
  abstract byIds(ids: readonly string[]): Promise<Map<string, ContactCard>>;
  abstract detail(id: string): Promise<ContactDetail | undefined>;
  abstract addresses(contactId: string, channelKind: ContactChannelKind): Promise<ContactAddresses | undefined>;
  abstract findByPhone(e164: string): Promise<string | undefined>;
  abstract searchIds(q: string, limit?: number): Promise<string[]>;
}

import type { ContactChannelKind } from '../domain/channel-address.js';
import type { ConsentCategory, ConsentDecision, ConsentState } from '../domain/consent.js';

/** Who wants to be written to, by which medium, about what. */
export abstract class Consents {
  abstract consentFor(contactIds: readonly string[], channelKind: ContactChannelKind, category: ConsentCategory): Promise<Map<string, ConsentState>>;
  abstract withdraw(decision: ConsentDecision): Promise<void>;
  abstract grant(decision: ConsentDecision): Promise<void>;
}

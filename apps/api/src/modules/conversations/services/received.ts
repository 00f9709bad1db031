import type { InboundItem, InboundMessageEvent } from '../../channels/index.js';
import type { ResolvedContact } from '../../contacts/index.js';
import type { ConversationBefore } from '../domain/inbound-effect.js';

export type MessageItem = Omit<InboundItem, 'event'> & { event: InboundMessageEvent };

/** A message that is new, with everything that was found out about it. */
export interface Received {
  id: string;
  item: MessageItem;
  contact: ResolvedContact;
  conversation: ConversationBefore;
  opens: boolean;
  text: string | null;
  mediaId: string | null;
}

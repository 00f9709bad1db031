import type { InboundMessageEvent, MessageContent } from '../../../channels/index.js';
import { at, fixtureId, LUCIA, NUMBER } from './fixture-facts.js';

/** The message that fixture number n becomes: Lucia's, unless said otherwise. */
export function message(
  number: number,
  content: MessageContent,
  over: Partial<InboundMessageEvent> = {},
): InboundMessageEvent {
  const id = fixtureId(number);
  return {
    kind: 'message',
    dedupeKey: id,
    address: NUMBER,
    at: at(number),
    providerMessageId: id,
    sender: LUCIA,
    content,
    ...over,
  };
}

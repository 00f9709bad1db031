import type { MessageStatusEvent } from '../../../channels/index.js';
import { at, NUMBER, PHONE, sentId } from './fixture-facts.js';

export const PER_MESSAGE = { model: 'PMP', type: 'regular', billable: true };

export function status(
  tick: number,
  id: number,
  said: MessageStatusEvent['status'],
  over: Partial<MessageStatusEvent> = {},
): MessageStatusEvent {
  return {
    kind: 'status',
    dedupeKey: `${sentId(id)}:${said}`,
    address: NUMBER,
    at: at(tick),
    providerMessageId: sentId(id),
    status: said,
    recipient: PHONE,
    ...over,
  };
}

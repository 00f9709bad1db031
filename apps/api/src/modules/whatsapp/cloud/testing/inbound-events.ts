import type { ChannelEvent, InboundMessageEvent } from '../../../channels/index.js';
import { translateInbound } from '../translate-inbound.js';
import { NUMBER } from './fixture-facts.js';
import { RECEIVED_AT } from './fixtures.js';

export const METADATA = { display_phone_number: '15550001234', phone_number_id: NUMBER };
export const CONTACT = { profile: { name: 'Lucia Pérez' }, wa_id: '5491155501234', user_id: 'AR.10203040506070809010' };

/** What a change of a field of our account becomes. */
export function eventsOf(value: unknown, field = 'messages', entry: object = {}): ChannelEvent[] {
  const translation = translateInbound(
    { object: 'whatsapp_business_account', entry: [{ id: 'WABA', ...entry, changes: [{ field, value }] }] },
    RECEIVED_AT,
  );
  return translation.kind === 'translated' ? translation.events : [];
}

/** The one message that a text, changed by this, becomes. */
export function messageOf(message: object, contacts: unknown = [CONTACT]): InboundMessageEvent {
  const [event] = eventsOf({
    metadata: METADATA,
    contacts,
    messages: [
      { from: '5491155501234', id: 'wamid.1', timestamp: '1790000000', type: 'text', text: { body: 'hi' }, ...message },
    ],
  });
  if (event?.kind !== 'message') throw new Error(`not a message: ${JSON.stringify(event)}`);
  return event;
}

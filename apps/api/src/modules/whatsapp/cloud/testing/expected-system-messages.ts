import type { ChannelEvent, Sender } from '../../../channels/index.js';
import { at, fixtureId, NUMBER, PHONE } from './fixture-facts.js';
import { message } from './received-message.js';

const oldLucia: Sender = { identities: [{ kind: 'wa_id', value: PHONE }], phone: `+${PHONE}` };

/** What WhatsApp itself writes into a conversation: the customer is now somebody else to it. */
export const expectedSystemMessages: Record<string, ChannelEvent[]> = {
  '30_system_user_changed_number': [
    message(
      30,
      {
        type: 'system',
        event: 'number_changed',
        text: 'User Lucia changed from 5491155501234 to 5491155507777',
      },
      { sender: oldLucia },
    ),
    {
      kind: 'notice',
      dedupeKey: `${fixtureId(30)}:identity`,
      address: NUMBER,
      at: at(30),
      notice: {
        kind: 'identity_changed',
        previous: { kind: 'wa_id', value: PHONE },
        current: { kind: 'wa_id', value: '5491155507777' },
        sender: oldLucia,
      },
    },
  ],
  '31_system_user_changed_user_id': [
    message(
      31,
      {
        type: 'system',
        event: 'identity_changed',
        text: 'User Sam R changed from GB.55667788990011223344 to GB.99887766554433221100',
      },
      { sender: { identities: [{ kind: 'bsuid', value: 'GB.99887766554433221100' }] } },
    ),
  ],
};

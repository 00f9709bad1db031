import type { ChannelEvent } from '../../../channels/index.js';
import { at, fixtureId, LUCIA, NUMBER } from './fixture-facts.js';

export const expectedEchoes: Record<string, ChannelEvent[]> = {
  '92_smb_message_echo': [
    {
      kind: 'echo',
      dedupeKey: fixtureId('echo1'),
      address: NUMBER,
      at: at(61),
      providerMessageId: fixtureId('echo1'),
      recipient: LUCIA,
      content: { type: 'text', text: 'answered from the phone app' },
    },
  ],
};

import type { ChannelEvent } from '../../../channels/index.js';
import { at, fixtureId, LUCIA, NUMBER, PHONE, SAM } from './fixture-facts.js';
import { PER_MESSAGE, status } from './status-of-sent.js';

const ours = { kind: 'message', address: NUMBER } as const;

/** One request with messages and statuses of two numbers of two accounts. */
export const expectedBatch: Record<string, ChannelEvent[]> = {
  '70_batch_multi_entry': [
    {
      ...ours,
      dedupeKey: fixtureId('70a'),
      at: at(54),
      providerMessageId: fixtureId('70a'),
      sender: LUCIA,
      content: { type: 'text', text: 'one' },
    },
    {
      ...ours,
      dedupeKey: fixtureId('70b'),
      at: at(55),
      providerMessageId: fixtureId('70b'),
      sender: {
        identities: [...SAM.identities, { kind: 'wa_id', value: '447700900123' }],
        phone: '+447700900123',
        name: 'Sam R',
      },
      content: { type: 'text', text: 'two' },
    },
    {
      ...ours,
      dedupeKey: fixtureId('70c'),
      at: at(56),
      providerMessageId: fixtureId('70c'),
      sender: LUCIA,
      content: { type: 'text', text: 'three' },
    },
    status(57, 77, 'read'),
    status(58, 77, 'delivered', { pricing: { category: 'marketing', ...PER_MESSAGE } }),
    status(59, 77, 'sent'),
    {
      kind: 'message',
      dedupeKey: fixtureId('70d'),
      address: '553311998877665',
      at: at(60),
      providerMessageId: fixtureId('70d'),
      sender: {
        ...LUCIA,
        identities: [
          { kind: 'bsuid', value: 'AR.77777777777777777777' },
          { kind: 'wa_id', value: PHONE },
        ],
      },
      content: { type: 'text', text: 'hello other tenant' },
    },
  ],
};

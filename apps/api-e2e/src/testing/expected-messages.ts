import { expect } from '@jest/globals';
import type { Message } from './conversation.js';

type Shown = Partial<Record<keyof Message, unknown>>;

const interactive = (kind: string, over: object = {}): Shown => ({
  type: 'interactive',
  content: expect.objectContaining({ type: 'interactive', kind, ...over }),
});
const media = (type: string, over: object = {}): Shown => ({
  type,
  media: expect.objectContaining({ state: expect.stringMatching(/pending|failed/) }),
  content: expect.objectContaining({ type, ...over }),
});

/** What the thread shows of each message fixture, by the number of its file; several for a body with several messages. */
export const EXPECTED_MESSAGES: Readonly<Record<string, readonly Shown[]>> = {
  // Edited by 36 and taken back by 37: what it said is gone.
  '01': [{ type: 'deleted', text: null, content: {}, editedAt: expect.any(String), deletedAt: expect.any(String) }],
  '02': [{ type: 'text', text: expect.any(String) }],
  '03': [{ type: 'text', text: expect.any(String) }],
  '04': [{ type: 'text', text: 'yes, that one' }],
  '05': [{ type: 'text', content: expect.objectContaining({ forwarded: expect.anything() }) }],
  '06': [{ type: 'text', content: expect.objectContaining({ forwarded: expect.anything() }) }],
  '07': [
    {
      type: 'text',
      text: 'Can I get more info about this?',
      content: expect.objectContaining({
        referral: expect.objectContaining({ sourceId: '120226305854811111', headline: 'Chat with us' }),
      }),
    },
  ],
  '09': [
    {
      type: 'text',
      text: 'Is this available?',
      content: expect.objectContaining({ referredProduct: expect.objectContaining({ retailerId: 'SKU-881' }) }),
    },
  ],
  '10': [media('image', { caption: 'receipt' })],
  '11': [media('image')],
  '12': [media('audio', { voice: true })],
  '13': [media('audio')],
  '14': [media('video')],
  '15': [media('document', { fileName: 'Factura 0001-00001234.pdf', caption: 'pago' })],
  '16': [media('sticker', { animated: true })],
  '17': [{ type: 'location', content: expect.objectContaining({ latitude: -34.603722, longitude: -58.381592 }) }],
  '18': [
    {
      type: 'location',
      content: expect.objectContaining({ name: 'Example HQ', address: '1 Example Way, Menlo Park' }),
    },
  ],
  '19': [
    {
      type: 'contacts',
      content: expect.objectContaining({
        contacts: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]),
      }),
    },
  ],
  '20': [
    { type: 'contacts', content: expect.objectContaining({ contacts: [expect.objectContaining({ own: true })] }) },
  ],
  '21': [interactive('button_reply', { id: 'book:2026-12-01T10', title: 'Book 10:00' })],
  '22': [interactive('list_reply', { id: 'priority_express', description: 'Next day' })],
  '23': [interactive('form_reply', { values: expect.objectContaining({ email: 'ana@example.com', budget: '5000' }) })],
  '25': [interactive('template_button', { id: 'confirm:ord-881', title: 'Confirm' })],
  '29': [
    {
      type: 'order',
      content: expect.objectContaining({
        catalogId: '354160437058000',
        items: [
          expect.objectContaining({ retailerId: 'SKU-1', quantity: 2 }),
          expect.objectContaining({ retailerId: 'SKU-2', itemPrice: 9.5 }),
        ],
      }),
    },
  ],
  '30': [{ type: 'system', content: expect.objectContaining({ event: 'number_changed' }) }],
  '31': [{ type: 'system', content: expect.objectContaining({ event: 'identity_changed' }) }],
  '33': [
    { type: 'unsupported', content: expect.objectContaining({ providerCode: 131051, originalType: 'poll_creation' }) },
  ],
  '34': [{ type: 'unsupported', content: expect.objectContaining({ providerCode: 131060 }) }],
  '70': [{ type: 'text', text: 'one' }, { type: 'text' }, { type: 'text' }],
  '92': [{ type: 'text', direction: 'out', text: 'answered from the phone app', status: 'sent' }],
};

import type { ChannelEvent } from '../../../channels/index.js';
import { sentId } from './fixture-facts.js';
import { message } from './received-message.js';

const reply = { replyTo: sentId(80) };

/** What a customer taps instead of writing: a button, a row, a form, a reaction, an order. */
export const expectedAnswers: Record<string, ChannelEvent[]> = {
  '21_interactive_button_reply': [
    message(21, { type: 'interactive', kind: 'button_reply', id: 'book:2026-12-01T10', title: 'Book 10:00' }, reply),
  ],
  '22_interactive_list_reply': [
    message(
      22,
      {
        type: 'interactive',
        kind: 'list_reply',
        id: 'priority_express',
        title: 'Priority Express',
        description: 'Next day',
      },
      reply,
    ),
  ],
  '23_interactive_nfm_reply': [
    message(
      23,
      {
        type: 'interactive',
        kind: 'form_reply',
        name: 'flow',
        text: 'Sent',
        values: { flow_token: 'tok-9', email: 'ana@example.com', budget: '5000' },
      },
      reply,
    ),
  ],
  '25_button_template_quick_reply': [
    message(
      25,
      { type: 'interactive', kind: 'template_button', id: 'confirm:ord-881', title: 'Confirm' },
      { replyTo: sentId(81) },
    ),
  ],
  '26_reaction': [message(26, { type: 'reaction', targetProviderMessageId: sentId(77), emoji: '😮' })],
  '27_reaction_removed_empty': [message(27, { type: 'reaction', targetProviderMessageId: sentId(77), emoji: null })],
  '29_order': [
    message(29, {
      type: 'order',
      catalogId: '354160437058000',
      text: 'sin cebolla',
      items: [
        { retailerId: 'SKU-1', quantity: 2, itemPrice: 30, currency: 'USD' },
        { retailerId: 'SKU-2', quantity: 1, itemPrice: 9.5, currency: 'USD' },
      ],
    }),
  ],
};

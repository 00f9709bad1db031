import type { ChannelEvent } from '../../../channels/index.js';
import { PER_MESSAGE, status } from './status-of-sent.js';

export const expectedStatuses: Record<string, ChannelEvent[]> = {
  '50_status_sent': [
    status(39, 77, 'sent', { correlationId: 'outbox:9f1c', pricing: { category: 'marketing', ...PER_MESSAGE } }),
  ],
  '51_status_sent_v23_conversation': [status(40, 78, 'sent', { pricing: { category: 'marketing', ...PER_MESSAGE } })],
  '52_status_delivered_free_csw': [
    status(41, 79, 'delivered', {
      pricing: { category: 'service', model: 'PMP', type: 'free_customer_service', billable: false },
    }),
  ],
  '53_status_delivered_service_billed': [
    status(42, 80, 'delivered', { pricing: { category: 'service', ...PER_MESSAGE } }),
  ],
  '54_status_free_entry_point': [
    status(43, 81, 'sent', {
      pricing: { category: 'referral_conversion', model: 'PMP', type: 'free_entry_point', billable: false },
    }),
  ],
  '56_status_played': [status(45, 83, 'played')],
  '58_status_failed_131047': [
    status(47, 90, 'failed', {
      failure: {
        code: '131047',
        class: 'permanent',
        reason: 'window_closed',
        title: 'More than 24 hours since the customer last wrote: only a template can be sent.',
        details:
          'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
      },
    }),
  ],
  '59_status_failed_131026': [
    status(48, 91, 'failed', {
      failure: {
        code: '131026',
        class: 'permanent',
        reason: 'recipient_unreachable',
        title: 'WhatsApp cannot deliver to this person: no WhatsApp, an old version, or terms not accepted.',
        details: 'Message Undeliverable.',
      },
    }),
  ],
  '60_status_failed_131049': [
    status(49, 92, 'failed', {
      failure: {
        code: '131049',
        class: 'retry_much_later',
        reason: 'marketing_cap',
        retryAfterMs: 86_400_000,
        title: 'WhatsApp held this marketing message back: the person gets too many.',
        details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
      },
    }),
  ],
  '61_status_failed_131050_bsuid': [
    status(50, 93, 'failed', {
      recipient: 'GB.55667788990011223344',
      failure: {
        code: '131050',
        class: 'permanent',
        reason: 'recipient_opted_out',
        title: 'This person stopped marketing messages in WhatsApp.',
        details:
          'Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business.',
      },
    }),
  ],
  '62_status_failed_130472': [
    status(51, 94, 'failed', {
      failure: {
        code: '130472',
        class: 'permanent',
        reason: 'marketing_cap',
        title: 'This person is in a WhatsApp experiment and gets no marketing messages.',
        details: "Failed to send message because this user's phone number is part of an experiment",
      },
    }),
  ],
  '63_status_failed_131056': [
    status(52, 95, 'failed', {
      failure: {
        code: '131056',
        class: 'retry_slower',
        reason: 'pair_rate_limited',
        retryAfterMs: 6000,
        title: 'Too many messages to this person in a short time.',
        details:
          'Too many messages sent from the sender phone number to the same recipient phone number in a short period of time.',
      },
    }),
  ],
  '64_status_failed_131042': [
    status(53, 96, 'failed', {
      failure: {
        code: '131042',
        class: 'account_blocked',
        reason: 'account_blocked',
        title: 'Meta could not charge the account: check the payment method.',
        details: 'There was an error related to your payment method.',
      },
    }),
  ],
};

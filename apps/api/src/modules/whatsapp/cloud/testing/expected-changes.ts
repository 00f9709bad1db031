import type { ChannelEvent, ChannelNoticeEvent, MessageStatusEvent, Sender } from '../../../channels/index.js';
import { at, fixtureId, LUCIA, NUMBER, SAM, sentId } from './expected-messages.js';

const ACCOUNT = '215589313241560883';
const ACCOUNT_TIME = new Date(1_790_001_111_000).toISOString();
const RECEIVED = '2026-11-20T12:00:00.000Z';
const PHONE = '5491155501234';
const PER_MESSAGE = { model: 'PMP', type: 'regular', billable: true };

function status(
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

/** Hashed keys are compared by shape here and for stability in the suite. */
export const HASHED = 'hash';

function notice(said: ChannelNoticeEvent['notice'], over: Partial<ChannelNoticeEvent> = {}): ChannelNoticeEvent {
  return { kind: 'notice', dedupeKey: HASHED, address: ACCOUNT, at: ACCOUNT_TIME, notice: said, ...over };
}

const onNumber = (seconds: number): Partial<ChannelNoticeEvent> => ({
  address: NUMBER,
  at: new Date(seconds * 1000).toISOString(),
});
const template = { templateId: '1689556908129832', name: 'order_confirmation', language: 'en_US' };
const oldLucia: Sender = { identities: [{ kind: 'wa_id', value: PHONE }], phone: `+${PHONE}` };
const systemHead = { kind: 'message', address: NUMBER } as const;
const revision = (number: number) =>
  ({
    kind: 'revision',
    dedupeKey: fixtureId(number),
    address: NUMBER,
    at: at(number),
    providerMessageId: fixtureId(1),
    sender: LUCIA,
  }) as const;

/** Fixture name -> exactly the events it must become. */
export const expectedChanges: Record<string, ChannelEvent[]> = {
  '30_system_user_changed_number': [
    {
      ...systemHead,
      dedupeKey: fixtureId(30),
      at: at(30),
      providerMessageId: fixtureId(30),
      sender: oldLucia,
      content: {
        type: 'system',
        event: 'number_changed',
        text: 'User Lucia changed from 5491155501234 to 5491155507777',
      },
    },
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
    {
      ...systemHead,
      dedupeKey: fixtureId(31),
      at: at(31),
      providerMessageId: fixtureId(31),
      sender: { identities: [{ kind: 'bsuid', value: 'GB.99887766554433221100' }] },
      content: {
        type: 'system',
        event: 'identity_changed',
        text: 'User Sam R changed from GB.55667788990011223344 to GB.99887766554433221100',
      },
    },
  ],
  '36_edit': [
    { ...revision(36), change: { kind: 'edited', content: { type: 'text', text: 'Hola, tienen stock del azul?' } } },
  ],
  '37_revoke': [{ ...revision(37), change: { kind: 'revoked' } }],
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
  '70_batch_multi_entry': [
    {
      ...systemHead,
      dedupeKey: fixtureId('70a'),
      at: at(54),
      providerMessageId: fixtureId('70a'),
      sender: LUCIA,
      content: { type: 'text', text: 'one' },
    },
    {
      ...systemHead,
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
      ...systemHead,
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
  '71_value_level_errors': [
    notice(
      {
        kind: 'provider_error',
        code: '130429',
        title: 'This number sends faster than WhatsApp allows.',
        details: 'Cloud API message throughput has been reached.',
      },
      { address: NUMBER, at: RECEIVED, atAssumed: true },
    ),
  ],
  '80_template_approved': [notice({ kind: 'template_status', ...template, status: 'APPROVED' })],
  '81_template_rejected': [
    notice({
      kind: 'template_status',
      templateId: '1689556908129835',
      name: 'abandoned_cart',
      language: 'en',
      status: 'REJECTED',
      reason:
        'INVALID_FORMAT: Your template has parameters placed next to each other (like {{1}}{{2}}) without text or punctuation between them.',
    }),
  ],
  '82_template_paused': [
    notice({
      kind: 'template_status',
      ...template,
      status: 'PAUSED',
      reason: 'Your WhatsApp message template has been paused for 3 hours.',
    }),
  ],
  '84_template_quality': [notice({ kind: 'template_quality', ...template, quality: 'YELLOW' })],
  '85_template_category': [notice({ kind: 'template_category', ...template, category: 'MARKETING' })],
  '86_phone_quality_throughput': [
    notice({
      kind: 'number_quality',
      event: 'THROUGHPUT_UPGRADE',
      limit: 'TIER_UNLIMITED',
      displayPhone: '15550001234',
    }),
  ],
  '87_user_preferences_stop': [
    notice({ kind: 'marketing_preference', sender: LUCIA, state: 'withdrawn' }, onNumber(1_790_002_222)),
  ],
  '88_user_preferences_resume': [
    notice({ kind: 'marketing_preference', sender: LUCIA, state: 'granted' }, onNumber(1_790_002_222)),
  ],
  '89_user_id_update': [
    notice(
      {
        kind: 'identity_changed',
        previous: { kind: 'bsuid', value: 'GB.55667788990011223344' },
        current: { kind: 'bsuid', value: 'GB.99887766554433221100' },
        sender: {
          identities: [
            { kind: 'bsuid', value: 'GB.99887766554433221100' },
            { kind: 'wa_id', value: '447700900123' },
          ],
          phone: '+447700900123',
          name: 'Sam R',
        },
      },
      onNumber(1_790_003_333),
    ),
  ],
  '90_account_restriction': [
    notice({
      kind: 'account',
      event: 'ACCOUNT_RESTRICTION',
      severity: 'warning',
      detail: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
    }),
  ],
  '91_account_disabled': [
    notice({ kind: 'account', event: 'DISABLED_UPDATE', severity: 'blocked', detail: 'DISABLE' }),
  ],
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
  '93_unknown_field': [notice({ kind: 'unknown', field: 'brand_new_field_2027' }, { at: RECEIVED, atAssumed: true })],
};

import type { ChannelEvent, ChannelNoticeEvent } from '../../../channels/index.js';
import { LUCIA, NUMBER } from './fixture-facts.js';

const ACCOUNT = '215589313241560883';
const ACCOUNT_TIME = new Date(1_790_001_111_000).toISOString();
const RECEIVED = '2026-11-20T12:00:00.000Z';

/** Hashed keys are compared by shape here and for stability in the suite. */
const HASHED = 'hash';

function notice(said: ChannelNoticeEvent['notice'], over: Partial<ChannelNoticeEvent> = {}): ChannelNoticeEvent {
  return { kind: 'notice', dedupeKey: HASHED, address: ACCOUNT, at: ACCOUNT_TIME, notice: said, ...over };
}

const onNumber = (seconds: number): Partial<ChannelNoticeEvent> => ({
  address: NUMBER,
  at: new Date(seconds * 1000).toISOString(),
});
const template = { templateId: '1689556908129832', name: 'order_confirmation', language: 'en_US' };

export const expectedNotices: Record<string, ChannelEvent[]> = {
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
  '93_unknown_field': [notice({ kind: 'unknown', field: 'brand_new_field_2027' }, { at: RECEIVED, atAssumed: true })],
};

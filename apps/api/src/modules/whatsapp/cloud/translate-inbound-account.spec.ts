import { describe, expect, it } from '@jest/globals';
import { eventsOf } from './testing/inbound-events.js';

describe('the account', () => {
  it.each([
    ['account_update', { event: 'ACCOUNT_DELETED' }, 'blocked'],
    ['account_update', { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SCAM' } }, 'warning'],
    ['account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } }, 'info'],
    ['account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE' } }, 'warning'],
    [
      'account_update',
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [{ restriction_type: 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING' }],
      },
      'blocked',
    ],
    ['account_update', { event: 'PARTNER_ADDED' }, 'info'],
    ['account_alerts', { alert_info: { alert_severity: 'CRITICAL', alert_type: 'OBA_APPROVED' } }, 'warning'],
    ['account_alerts', { alert_severity: 'INFORMATIONAL' }, 'info'],
    ['business_capability_update', { max_daily_conversations_per_business: 1000 }, 'info'],
  ])('%s %j is %s', (field, value, severity) => {
    expect(eventsOf(value, field, { time: 1_790_000_000 })).toMatchObject([
      { kind: 'notice', address: 'WABA', notice: { kind: 'account', severity } },
    ]);
  });

  it('writes template languages as they are listed', () => {
    expect(
      eventsOf(
        {
          event: 'PAUSED',
          message_template_id: 1,
          message_template_name: 'x',
          message_template_language: 'en-US',
          reason: null,
        },
        'message_template_status_update',
      ),
    ).toMatchObject([{ notice: { kind: 'template_status', templateId: '1', language: 'en_US', status: 'PAUSED' } }]);
  });
});

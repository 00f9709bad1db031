import { describe, expect, it } from '@jest/globals';
import { accountNotice } from './account-notice.js';

const template = {
  message_template_id: 1689556908129832,
  message_template_name: 'order_confirmation',
  message_template_language: 'es-EC',
};
const named = { templateId: '1689556908129832', name: 'order_confirmation', language: 'es_EC' };

describe('templates', () => {
  it.each([
    [{ event: 'APPROVED', reason: 'NONE' }, { status: 'APPROVED' }],
    [
      { event: 'REJECTED', reason: 'INVALID_FORMAT' },
      { status: 'REJECTED', reason: 'INVALID_FORMAT' },
    ],
    [
      { event: 'REJECTED', reason: 'PROMOTIONAL', rejection_info: { reason: 'Looks like an advert' } },
      { status: 'REJECTED', reason: 'PROMOTIONAL: Looks like an advert' },
    ],
    [
      { event: 'PAUSED', reason: 'NONE', other_info: { description: 'Low quality' } },
      { status: 'PAUSED', reason: 'Low quality' },
    ],
    [{ event: 'DISABLED' }, { status: 'DISABLED' }],
    [{}, { status: 'UNKNOWN' }],
  ])('%j', (said, expected) => {
    expect(accountNotice('message_template_status_update', { ...template, ...said })).toEqual({
      kind: 'template_status',
      ...named,
      ...expected,
    });
  });

  it('tell their quality and their category', () => {
    expect(accountNotice('message_template_quality_update', { ...template, new_quality_score: 'RED' })).toEqual({
      kind: 'template_quality',
      ...named,
      quality: 'RED',
    });
    expect(accountNotice('template_category_update', { ...template, new_category: 'MARKETING' })).toEqual({
      kind: 'template_category',
      ...named,
      category: 'MARKETING',
    });
  });

  it('are told without a name when none came', () => {
    expect(accountNotice('message_template_quality_update', {})).toEqual({
      kind: 'template_quality',
      templateId: '',
      name: '',
      language: '',
      quality: 'UNKNOWN',
    });
    expect(accountNotice('template_category_update', { message_template_id: {}, new_category: 5 })).toMatchObject({
      templateId: '',
      category: 'UNKNOWN',
    });
  });
});

describe('the number', () => {
  it.each([
    [
      { event: 'FLAGGED', current_limit: 'TIER_1K', display_phone_number: '+593 99 000 0001' },
      { event: 'FLAGGED', limit: 'TIER_1K', displayPhone: '+593 99 000 0001' },
    ],
    [
      { event: 'UPGRADE', max_daily_conversations_per_business: 10000, current_limit: 'TIER_10K' },
      { event: 'UPGRADE', limit: '10000' },
    ],
    [{}, { event: 'UNKNOWN' }],
  ])('%j', (said, expected) => {
    expect(accountNotice('phone_number_quality_update', said)).toEqual({ kind: 'number_quality', ...expected });
  });
});

describe('how serious it is for the account', () => {
  const restricted = (...types: string[]) => ({
    event: 'ACCOUNT_RESTRICTION',
    restriction_info: types.map((type) => ({ restriction_type: type })),
  });
  const banned = (state: string) => ({ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: state } });

  it.each([
    ['deleted', { event: 'ACCOUNT_DELETED' }, 'blocked', undefined],
    ['disabled', banned('DISABLE'), 'blocked', 'DISABLE'],
    ['disabled without saying how', { event: 'DISABLED_UPDATE' }, 'blocked', undefined],
    ['to be disabled soon', banned('SCHEDULE_FOR_DISABLE'), 'warning', 'SCHEDULE_FOR_DISABLE'],
    ['back again', banned('REINSTATE'), 'info', 'REINSTATE'],
    [
      'may not begin conversations',
      restricted('RESTRICTED_BIZ_INITIATED_MESSAGING'),
      'warning',
      'RESTRICTED_BIZ_INITIATED_MESSAGING',
    ],
    [
      'may not even answer',
      restricted('RESTRICTED_BIZ_INITIATED_MESSAGING', 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING'),
      'blocked',
      'RESTRICTED_BIZ_INITIATED_MESSAGING, RESTRICTED_CUSTOMER_INITIATED_MESSAGING',
    ],
    ['a violation', { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SCAM' } }, 'warning', 'SCAM'],
    ['anything new', { event: 'SOMETHING_NEW' }, 'info', undefined],
  ])('%s', (_name, value, severity, detail) => {
    const notice = accountNotice('account_update', value);
    expect(notice).toEqual({ kind: 'account', event: value.event, severity, ...(detail !== undefined && { detail }) });
  });

  it('an alert warns unless it calls itself information', () => {
    const alert = (severity: string) =>
      accountNotice('account_alerts', {
        alert_info: { alert_severity: severity, alert_type: 'OBA', alert_description: 'words' },
      });
    expect(alert('CRITICAL')).toEqual({ kind: 'account', event: 'OBA', severity: 'warning', detail: 'words' });
    expect(alert('INFORMATIONAL')).toMatchObject({ severity: 'info' });
    expect(accountNotice('account_alerts', { alert_type: 'FLAT' })).toEqual({
      kind: 'account',
      event: 'FLAT',
      severity: 'warning',
    });
    expect(accountNotice('account_alerts', {})).toMatchObject({ event: 'ACCOUNT_ALERT' });
  });

  it('a new limit is information', () => {
    expect(accountNotice('business_capability_update', { max_daily_conversations_per_business: 1000 })).toEqual({
      kind: 'account',
      event: 'BUSINESS_CAPABILITY_UPDATE',
      severity: 'info',
      detail: '1000',
    });
  });

  it('survives lists and bans of the wrong shape', () => {
    expect(
      accountNotice('account_update', {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: 'x',
        ban_info: [],
        violation_info: 3,
      }),
    ).toEqual({
      kind: 'account',
      event: 'ACCOUNT_RESTRICTION',
      severity: 'warning',
    });
  });
});

it.each(['messages', 'flows', 'security', '', '__proto__', 'toString'])('a change of %j is left to others', (field) => {
  expect(accountNotice(field, {})).toBeUndefined();
});

import { describe, expect, it } from '@jest/globals';
import { connectionFailure, httpFailure, refusal, statusFailure } from './map-error.js';
import { outboundFixture } from './testing/fixtures.js';

/** Section by section, Meta's table of error codes: class, codes. */
const CLASSES: [string, number[]][] = [
  ['retry', [1, 2, 131000, 131016, 131057, 133004]],
  ['retry_slower', [4, 80007, 130429, 131056]],
  ['retry_much_later', [131049]],
  ['permanent', [130472, 131026, 131021, 131030, 131050, 130403, 131062, 137000, 131047]],
  ['permanent', [100, 131008, 131009, 131051, 131053, 132000, 132001, 132005, 132007, 132012, 132018, 135000]],
  ['permanent', [132015, 132016, 132068, 132069]],
  [
    'account_blocked',
    [
      0, 3, 10, 190, 200, 250, 299, 33, 368, 130497, 131005, 131031, 131037, 131042, 131045, 131048, 131063, 131064,
      133010,
    ],
  ],
  ['account_blocked', [133000, 133005, 133006, 133008, 133009, 133015, 133016]],
];
const cases = CLASSES.flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const));

describe('error codes', () => {
  it.each(cases)('%i is %s, in a call and in a status alike', (code, kind) => {
    const called = httpFailure(400, { error: { code, message: 'x' } });
    expect(called).toMatchObject({ code: String(code), class: kind });
    expect(called.title).toMatch(/^[A-Z].+\.$/);
    expect(statusFailure({ code, message: 'x' })).toEqual(called);
  });

  it.each([
    ['err_130429', 'rate_limited'],
    ['err_131056', 'pair_rate_limited'],
    ['err_131047', 'window_closed'],
    ['err_132000', 'invalid_content'],
    ['err_132001', 'template_unavailable'],
    ['err_131009', 'invalid_content'],
    ['err_131062', 'recipient_unreachable'],
    ['err_190', 'account_blocked'],
  ])('%s says %s and keeps the details', (name, reason) => {
    const body = outboundFixture(name) as { error: { message: string; error_data?: { details: string } } };
    expect(httpFailure(400, body)).toMatchObject({
      reason,
      details: body.error.error_data?.details ?? body.error.message,
    });
  });

  it('branches on the code, not on the HTTP status', () => {
    expect(httpFailure(500, { error: { code: 131026 } }).class).toBe('permanent');
    expect(httpFailure(400, { error: { code: 131016 } }).class).toBe('retry');
  });

  it.each([
    [500, 'retry'],
    [502, 'retry'],
    [429, 'retry_slower'],
    [401, 'account_blocked'],
    [403, 'account_blocked'],
    [404, 'permanent'],
  ])('a bare HTTP %i is %s', (status, kind) => {
    expect(httpFailure(status, undefined)).toMatchObject({ code: `http_${status}`, class: kind });
    expect(httpFailure(status, { error: { code: 999_999 } }).class).toBe(kind);
  });
});

describe('waiting', () => {
  it('obeys Retry-After, but not less than the code asks for, nor for longer than a day', () => {
    expect(httpFailure(429, undefined, '7').retryAfterMs).toBe(7000);
    expect(httpFailure(400, { error: { code: 131056 } }, '1').retryAfterMs).toBe(6000);
    expect(httpFailure(429, undefined, '999999999').retryAfterMs).toBe(86_400_000);
    for (const header of ['soon', '-1', '1.5', 'Fri, 20 Nov 2026 10:00:00 GMT'])
      expect(httpFailure(429, undefined, header).retryAfterMs).toBeUndefined();
  });
});

describe('odd shapes', () => {
  it('reads error_data as text, codes as text, and nothing at all', () => {
    expect(httpFailure(400, { error: { code: '131009', error_data: 'plain words' } })).toMatchObject({
      code: '131009',
      details: 'plain words',
    });
    expect(statusFailure({})).toEqual({
      code: 'unknown',
      class: 'permanent',
      reason: 'other',
      title: 'WhatsApp refused the message.',
    });
    for (const body of [null, 'x', [], { error: 'x' }, { error: { code: NaN } }, { error: { code: {} } }])
      expect(httpFailure(400, body).class).toBe('permanent');
  });

  it('tells our own refusals and broken lines apart from theirs', () => {
    expect(refusal('x', 'Words.')).toEqual({
      code: 'hilo_x',
      class: 'permanent',
      reason: 'invalid_content',
      title: 'Words.',
    });
    expect(connectionFailure('ECONNREFUSED')).toMatchObject({
      code: 'ECONNREFUSED',
      class: 'retry',
      reason: 'provider_down',
    });
  });
});

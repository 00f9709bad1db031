import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import {
  badToken,
  expiredToken,
  graphErrorBody,
  httpStatusOf,
  statusError,
  unknownObject,
  type GraphRefusal,
} from './graph-error.js';

const FIXTURES = new URL('../../../api-e2e/fixtures/whatsapp/outbound/', import.meta.url);
const errors = readdirSync(FIXTURES).filter((name) => /^err_1[0-9]{5}\.json$/.test(name));

describe('graph errors', () => {
  it.each(errors)('writes %s as the recorded answer', (name) => {
    const recorded = JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8'));
    const written = graphErrorBody({ code: recorded.error.code, details: recorded.error.error_data.details });
    expect({ ...written.error, fbtrace_id: '' }).toEqual({ ...recorded.error, fbtrace_id: '' });
  });

  it('gives an expired session its subcode and no error_data, with 401', () => {
    const recorded = JSON.parse(readFileSync(new URL('err_190.json', FIXTURES), 'utf8'));
    expect({ ...graphErrorBody(expiredToken).error, fbtrace_id: '' }).toEqual({ ...recorded.error, fbtrace_id: '' });
    expect(httpStatusOf(expiredToken)).toBe(401);
    expect(graphErrorBody(badToken).error).not.toHaveProperty('error_subcode');
  });

  it.each([
    [{ code: 131047 }, 400],
    [{ code: 130429 }, 429],
    [{ code: 131000 }, 500],
    [{ code: 2 }, 503],
    [{ code: 987654 }, 400],
  ] as [GraphRefusal, number][])('answers %j with %d', (refusal, status) => {
    expect(httpStatusOf(refusal)).toBe(status);
  });

  it('tells an unknown object from a bad parameter by subcode 33', () => {
    expect(graphErrorBody(unknownObject('post', '777')).error).toMatchObject({
      code: 100,
      error_subcode: 33,
      message: expect.stringContaining("'777'"),
    });
  });

  it('tells a failed status with title, details and the page', () => {
    expect(statusError({ code: 131026 })).toEqual({
      code: 131026,
      title: 'Message undeliverable',
      message: 'Message undeliverable',
      error_data: { details: 'Message Undeliverable.' },
      href: '/documentation/business-messaging/whatsapp/support/error-codes',
    });
  });
});

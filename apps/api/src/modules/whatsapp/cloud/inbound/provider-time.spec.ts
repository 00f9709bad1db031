import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { providerTime } from './provider-time.js';

const RECEIVED = new Date('2026-11-20T10:00:00.000Z');
const seconds = (iso: string): number => Date.parse(iso) / 1000;

describe('the time a provider gives', () => {
  it.each([
    ['seconds as text', String(seconds('2026-11-20T09:59:58Z')), '2026-11-20T09:59:58.000Z'],
    ['seconds as a number', seconds('2026-11-20T09:59:58Z'), '2026-11-20T09:59:58.000Z'],
    ['milliseconds as a number', Date.parse('2026-11-20T09:59:58.123Z'), '2026-11-20T09:59:58.123Z'],
    ['milliseconds as text', String(Date.parse('2026-11-20T09:59:58.123Z')), '2026-11-20T09:59:58.123Z'],
    ['spaces around', ` ${seconds('2026-11-20T09:59:58Z')} `, '2026-11-20T09:59:58.000Z'],
    ['a clock that runs an hour ahead', seconds('2026-11-20T11:00:00Z'), '2026-11-20T11:00:00.000Z'],
    ['exactly a day ahead', seconds('2026-11-21T10:00:00Z'), '2026-11-21T10:00:00.000Z'],
    ['the first day of WhatsApp', seconds('2009-01-01T00:00:00Z'), '2009-01-01T00:00:00.000Z'],
  ])('is believed as %s', (_name, timestamp, at) => {
    expect(providerTime(timestamp, RECEIVED)).toEqual({ at });
  });

  it.each([
    ['missing', undefined],
    ['null', null],
    ['empty', ''],
    ['blank', '   '],
    ['words', 'yesterday'],
    ['an ISO text', '2026-11-20T09:59:58Z'],
    ['zero', 0],
    ['negative', -5],
    ['not a number', NaN],
    ['infinite', Infinity],
    ['older than WhatsApp', seconds('2008-12-31T23:59:59Z')],
    ['a second more than a day ahead', seconds('2026-11-21T10:00:01Z')],
    ['a list', [seconds('2026-11-20T09:59:58Z')]],
    ['an object', { seconds: 1 }],
    ['a date', new Date('2026-11-20T09:59:58Z')],
    ['beyond every calendar', '99999999999999999999'],
    ['in exponents beyond every number', '1e400'],
  ])('is the time of receipt when it is %s, and says so', (_name, timestamp) => {
    expect(providerTime(timestamp, RECEIVED)).toEqual({ at: RECEIVED.toISOString(), atAssumed: true });
  });

  it('is always a moment that can be written', () => {
    fc.assert(
      fc.property(fc.anything(), (timestamp) => {
        const { at } = providerTime(timestamp, RECEIVED);
        expect(new Date(at).toISOString()).toBe(at);
        expect(Date.parse(at)).toBeLessThanOrEqual(RECEIVED.getTime() + 86_400_000);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPlace } from './list-place.js';

const ID = '0199aaaa-0000-7000-8000-000000000000';

describe('a place in a list by time', () => {
  it.each([
    '2026-11-28 20:34:16.783+00',
    '2026-11-28 20:34:16.783123+00',
    '2026-11-28 20:34:16-05',
    '2026-11-28 20:34:16+05:30',
    '2026-11-28T20:34:16.783Z',
    '2028-02-29 00:00:00+00',
  ])('is what PostgreSQL writes, and ISO: %s', (value) => {
    expect(isPlace([value, ID], 'time')).toBe(true);
  });

  it.each([
    '',
    'yesterday',
    'infinity',
    '2026-11-28',
    '2026-02-30 10:00:00+00',
    '2027-02-29 00:00:00+00',
    '2026-13-01 00:00:00+00',
    '2026-11-28 24:00:00+00',
    '2026-11-28 20:34:16',
    '2026-11-28 20:34:16+99',
    "2026-11-28 20:34:16+00'; drop",
    '0000-01-01 00:00:00+00',
    '1',
  ])('is nothing else: %j', (value) => {
    expect(isPlace([value, ID], 'time')).toBe(false);
  });

  it('needs an id beside it', () => {
    for (const id of [null, '', 'x', `${ID}0`]) expect(isPlace(['2026-11-28 20:34:16+00', id], 'time')).toBe(false);
    expect(isPlace([null, ID], 'time')).toBe(false);
  });

  it('is every moment that can be written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2009-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          expect(isPlace([date.toISOString(), ID], 'time')).toBe(true);
        },
      ),
    );
  });
});

describe('a place in a list by number', () => {
  it('is a small whole number', () => {
    for (const value of ['0', '3', '9999']) expect(isPlace([value, ID], 'number')).toBe(true);
    for (const value of ['', '-1', '1.5', '99999', 'x', '2026-11-28 20:34:16+00'])
      expect(isPlace([value, ID], 'number')).toBe(false);
  });
});

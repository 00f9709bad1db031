import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isHolidayDate } from './holiday-date.js';

describe('the day of a holiday', () => {
  it.each(['2026-12-25', '--12-25', '2028-02-29', '--02-29', '--01-01', '2026-04-30'])('is %s', (date) => {
    expect(isHolidayDate(date)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-02-31',
    '--02-30',
    '--04-31',
    '--13-01',
    '--00-10',
    '2026-01-00',
    '25/12/2026',
    '12-25',
    '--12-25T00',
    '',
    'Navidad',
  ])('is not %j', (date) => expect(isHolidayDate(date)).toBe(false));

  it('is every day that a calendar has, with its year and without', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10);
        expect([isHolidayDate(date), isHolidayDate(`-${date.slice(4)}`)]).toEqual([true, true]);
      }),
    );
  });
});

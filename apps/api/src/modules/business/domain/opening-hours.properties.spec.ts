import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOpen, misplacedSpan, nextOpening, type OpeningHours, type OpeningSpan } from './opening-hours.js';
import { instantOf, localMinute } from './zoned-time.js';

const ZONES = [
  'America/Guayaquil',
  'America/Argentina/Buenos_Aires',
  'Europe/Madrid',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
];
const zone = fc.constantFrom(...ZONES);
const moment = fc.date({
  min: new Date('2024-01-01T00:00:00Z'),
  max: new Date('2029-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const span: fc.Arbitrary<OpeningSpan> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1440 }))
  .map(([weekday, from, length]) => ({ weekday, opens: clock(from), closes: clock(Math.min(1440, from + length)) }));
const business: fc.Arbitrary<OpeningHours> = fc.record({
  timeZone: zone,
  hours: fc.array(span, { minLength: 1, maxLength: 6 }),
  holidays: fc.array(
    fc.record({
      date: fc.constantFrom('--12-25', '--01-01', '2026-11-02', '2027-03-28', '--02-29'),
      name: fc.constant('x'),
    }),
    { maxLength: 3 },
  ),
});

describe('opening hours, whatever the week, the zone and the moment', () => {
  it('open at the next opening, which is not before the moment', () => {
    fc.assert(
      fc.property(business, moment, (shop, at) => {
        const next = nextOpening(shop, at);
        if (next === undefined) return;
        expect(next.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(isOpen(shop, at) ? next : undefined).toEqual(isOpen(shop, at) ? at : undefined);
      }),
    );
  });

  it('are closed all the time until the next opening', () => {
    fc.assert(
      fc.property(
        business,
        moment,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (shop, at, share) => {
          const next = nextOpening(shop, at);
          if (next === undefined || next.getTime() === at.getTime()) return;
          const between = new Date(at.getTime() + Math.floor((next.getTime() - at.getTime()) * share));
          expect(isOpen(shop, between)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are closed on a holiday, from its first to its last minute', () => {
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 2024, max: 2029 }),
        fc.integer({ min: 0, max: 1439 }),
        (timeZone, year, minute) => {
          const always = {
            timeZone,
            hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' })),
            holidays: [{ date: '--12-25', name: 'Navidad' }],
          };
          const at = instantOf(`${year}-12-25`, minute, timeZone);
          expect(isOpen(always, at)).toBe(false);
          expect(nextOpening(always, at)).toEqual(instantOf(`${year}-12-26`, 0, timeZone));
        },
      ),
    );
  });

  it('without a span never open, without a holiday a whole week is always open', () => {
    fc.assert(
      fc.property(zone, moment, (timeZone, at) => {
        expect(isOpen({ timeZone, hours: [], holidays: [] }, at)).toBe(false);
        const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
        expect(isOpen({ timeZone, hours, holidays: [] }, at)).toBe(true);
      }),
    );
  });
});

describe('clock changes', () => {
  const night = (timeZone: string, weekday: number, opens: string, closes: string): OpeningHours => ({
    timeZone,
    hours: [{ weekday, opens, closes }],
    holidays: [],
  });

  it.each([
    [
      'Madrid loses the hour it is open in: closed that night',
      night('Europe/Madrid', 7, '02:00', '03:00'),
      '2026-03-29',
      0,
    ],
    ['Madrid has the hour twice: open two hours', night('Europe/Madrid', 7, '02:00', '03:00'), '2026-10-25', 120],
    ['New York loses it', night('America/New_York', 7, '02:00', '03:00'), '2026-03-08', 0],
    ['New York has another twice', night('America/New_York', 7, '01:00', '02:00'), '2026-11-01', 120],
    ['Lord Howe changes by half an hour', night('Australia/Lord_Howe', 7, '01:30', '02:00'), '2026-04-05', 60],
    ['Guayaquil never changes', night('America/Guayaquil', 7, '02:00', '03:00'), '2026-03-29', 60],
  ])('%s', (_, shop, day, minutesOpen) => {
    const start = Date.parse(`${day}T00:00:00Z`) - 14 * 3_600_000;
    const moments = Array.from({ length: 52 * 60 }, (__, minute) => new Date(start + minute * 60_000));
    const open = moments.filter((at) => localMinute(at, shop.timeZone).date === day && isOpen(shop, at));
    expect(open).toHaveLength(minutesOpen);
  });
});

describe('a span that does not fit', () => {
  it('is found whatever the order, and a week without one is in order', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (hours) => {
        const minute = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
        const clash = hours.some((one, index) =>
          hours.some(
            (other, at) =>
              at < index &&
              one.weekday === other.weekday &&
              minute(one.opens) < minute(other.closes) &&
              minute(other.opens) < minute(one.closes),
          ),
        );
        expect(misplacedSpan(hours) !== undefined).toBe(clash);
        expect(misplacedSpan(hours.toReversed()) !== undefined).toBe(clash);
      }),
    );
  });
});

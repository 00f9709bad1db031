import { describe, expect, it } from '@jest/globals';
import { isOpen, misplacedSpan, nextOpening, type OpeningHours } from './opening-hours.js';

const at = (text: string): Date => new Date(text);
const weekdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '09:00', closes: '13:00' },
  { weekday, opens: '15:00', closes: '18:30' },
]);
/** UTC-5 all year. */
const quito: OpeningHours = {
  timeZone: 'America/Guayaquil',
  hours: weekdays,
  holidays: [
    { date: '2026-11-02', name: 'Difuntos' },
    { date: '--12-25', name: 'Navidad' },
  ],
};
/** Clocks go forward on 2026-03-29 at 02:00 and back on 2026-10-25 at 03:00. */
const madrid: OpeningHours = {
  timeZone: 'Europe/Madrid',
  hours: [
    { weekday: 7, opens: '02:30', closes: '09:00' },
    { weekday: 1, opens: '09:00', closes: '18:00' },
  ],
  holidays: [],
};

describe('isOpen', () => {
  it.each([
    ['Wednesday morning', '2026-11-18T14:00:00Z', true],
    ['the minute it opens', '2026-11-18T14:00:00Z', true],
    ['a second before', '2026-11-18T13:59:59Z', false],
    ['the lunch break', '2026-11-18T19:00:00Z', false],
    ['the last minute', '2026-11-18T23:29:59Z', true],
    ['closing time', '2026-11-18T23:30:00Z', false],
    ['already tomorrow in UTC, still closed', '2026-11-19T01:00:00Z', false],
    ['Saturday', '2026-11-21T15:00:00Z', false],
    ['a holiday on a Monday', '2026-11-02T15:00:00Z', false],
    ['the same day a year later', '2027-11-02T15:00:00Z', true],
    ['a yearly holiday, whatever the year', '2029-12-25T15:00:00Z', false],
  ])('%s', (_, moment, open) => {
    expect(isOpen(quito, at(moment))).toBe(open);
  });

  it('follows the wall through clock changes', () => {
    expect(isOpen(madrid, at('2026-03-30T07:00:00Z'))).toBe(true);
    expect(isOpen(madrid, at('2026-03-30T06:59:00Z'))).toBe(false);
    expect(isOpen(madrid, at('2026-10-26T07:59:00Z'))).toBe(false);
    expect(isOpen(madrid, at('2026-10-26T08:00:00Z'))).toBe(true);
  });

  it('knows a business that never closes on its day', () => {
    const always = { timeZone: 'UTC', hours: [{ weekday: 3, opens: '00:00', closes: '24:00' }], holidays: [] };
    expect(
      ['2026-11-18T00:00:00Z', '2026-11-18T23:59:59Z', '2026-11-19T00:00:00Z'].map((moment) =>
        isOpen(always, at(moment)),
      ),
    ).toEqual([true, true, false]);
  });
});

describe('nextOpening', () => {
  it.each([
    ['open now: now', '2026-11-18T14:20:00Z', '2026-11-18T14:20:00Z'],
    ['early: today', '2026-11-18T10:00:00Z', '2026-11-18T14:00:00Z'],
    ['the lunch break: this afternoon', '2026-11-18T18:30:00Z', '2026-11-18T20:00:00Z'],
    ['the evening: tomorrow', '2026-11-18T23:30:00Z', '2026-11-19T14:00:00Z'],
    ['Friday evening before a holiday Monday: Tuesday', '2026-10-30T23:30:00Z', '2026-11-03T14:00:00Z'],
  ])('%s', (_, from, opening) => {
    expect(nextOpening(quito, at(from))).toEqual(at(opening));
  });

  it('opens after the gap when the hour it would open at does not exist', () => {
    expect(nextOpening(madrid, at('2026-03-28T12:00:00Z'))).toEqual(at('2026-03-29T01:00:00Z'));
    expect(isOpen(madrid, at('2026-03-29T01:00:00Z'))).toBe(true);
  });

  it('opens the first time when the hour comes twice', () => {
    expect(nextOpening(madrid, at('2026-10-24T12:00:00Z'))).toEqual(at('2026-10-25T00:30:00Z'));
  });

  it('is undefined for who never opens', () => {
    expect(nextOpening({ timeZone: 'UTC', hours: [], holidays: [] }, at('2026-11-18T12:00:00Z'))).toBeUndefined();
    const shut = {
      timeZone: 'UTC',
      hours: [{ weekday: 3, opens: '09:00', closes: '10:00' }],
      holidays: Array.from({ length: 400 }, (_, day) => ({
        date: new Date(Date.UTC(2026, 10, 18 + day)).toISOString().slice(0, 10),
        name: 'obra',
      })),
    };
    expect(nextOpening(shut, at('2026-11-18T08:00:00Z'))).toBeUndefined();
  });
});

describe('misplacedSpan', () => {
  it.each([
    [weekdays, undefined],
    [[{ weekday: 1, opens: '09:00', closes: '09:00' }], 0],
    [[{ weekday: 1, opens: '18:00', closes: '09:00' }], 0],
    [
      [
        { weekday: 1, opens: '09:00', closes: '13:00' },
        { weekday: 1, opens: '12:59', closes: '18:00' },
      ],
      1,
    ],
    [
      [
        { weekday: 1, opens: '09:00', closes: '13:00' },
        { weekday: 2, opens: '12:00', closes: '18:00' },
      ],
      undefined,
    ],
    [
      [
        { weekday: 1, opens: '09:00', closes: '13:00' },
        { weekday: 1, opens: '13:00', closes: '24:00' },
      ],
      undefined,
    ],
  ])('%j -> %s', (hours, index) => {
    expect(misplacedSpan(hours)).toBe(index);
  });
});

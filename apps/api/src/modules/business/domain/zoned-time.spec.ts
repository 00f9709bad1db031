import { describe, expect, it } from '@jest/globals';
import { instantOf, isTimeZone, localMinute } from './zoned-time.js';

describe('zoned time', () => {
  it.each([
    ['America/Argentina/Buenos_Aires', '2026-11-21T02:30:00Z', '2026-11-20', 23 * 60 + 30],
    ['Asia/Kolkata', '2026-11-21T18:30:00Z', '2026-11-22', 0],
    ['Europe/Madrid', '2026-03-29T01:00:00Z', '2026-03-29', 180],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01', 0],
  ])('%s at %s and back', (zone, moment, date, minute) => {
    expect(localMinute(new Date(moment), zone)).toEqual({ date, minute });
    expect(instantOf(date, minute, zone)).toEqual(new Date(moment));
  });

  it.each([
    ['a minute skipped in Madrid', 'Europe/Madrid', '2026-03-29', 2 * 60 + 30, '2026-03-29T01:00:00Z'],
    ['a minute that comes twice in Madrid', 'Europe/Madrid', '2026-10-25', 2 * 60 + 30, '2026-10-25T00:30:00Z'],
    ['a minute skipped in New York', 'America/New_York', '2026-03-08', 2 * 60 + 1, '2026-03-08T07:00:00Z'],
    ['the end of a day', 'America/Guayaquil', '2026-11-20', 24 * 60, '2026-11-21T05:00:00Z'],
  ])('%s', (_, zone, date, minute, moment) => {
    expect(instantOf(date, minute, zone).toISOString()).toBe(new Date(moment).toISOString());
  });

  it('knows which zones there are', () => {
    expect(['America/Lima', 'UTC', 'Mars/Olympus', '', 'America/Lima; drop'].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

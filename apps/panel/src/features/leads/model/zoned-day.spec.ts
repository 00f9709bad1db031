import { describe, expect, it } from '@jest/globals';
import { dayOf, dayStart, nextDay } from './zoned-day';

describe('days of the business', () => {
  it('begin when its own clocks say so', () => {
    expect(dayStart('2026-11-20', 'America/Guayaquil')).toBe('2026-11-20T05:00:00.000Z');
    expect(dayStart('2026-11-20', 'UTC')).toBe('2026-11-20T00:00:00.000Z');
    expect(dayStart('2026-11-20', 'Asia/Kolkata')).toBe('2026-11-19T18:30:00.000Z');
  });

  it('begin rightly on both sides of a clock change', () => {
    expect(dayStart('2026-03-08', 'America/New_York')).toBe('2026-03-08T05:00:00.000Z');
    expect(dayStart('2026-03-09', 'America/New_York')).toBe('2026-03-09T04:00:00.000Z');
    expect(dayStart('2026-11-01', 'America/New_York')).toBe('2026-11-01T04:00:00.000Z');
    expect(dayStart('2026-11-02', 'America/New_York')).toBe('2026-11-02T05:00:00.000Z');
  });

  it.each(['', 'ayer', '2026-13-40', '2026-1-1'])('are not made of %j', (day) => {
    expect(dayStart(day, 'UTC')).toBeUndefined();
  });

  it('follow each other across months and years', () => {
    expect(nextDay('2026-12-31')).toBe('2027-01-01');
    expect(nextDay('2028-02-28')).toBe('2028-02-29');
    expect(dayOf(Date.parse('2026-11-20T03:00:00Z'), 'America/Guayaquil')).toBe('2026-11-19');
    expect(dayOf(Date.parse('2026-11-20T12:00:00Z'), 'America/Guayaquil', -6)).toBe('2026-11-14');
  });
});

import { expect, it } from '@jest/globals';
import { firstDay } from './first-day';

it('counts days back from the business`s own today', () => {
  const now = Date.parse('2026-03-01T03:00:00Z');
  expect(firstDay(now, 1, 'UTC')).toBe('2026-03-01');
  expect(firstDay(now, 1, 'America/Guayaquil')).toBe('2026-02-28');
  expect(firstDay(now, 30, 'UTC')).toBe('2026-01-31');
});

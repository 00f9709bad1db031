import { describe, expect, it } from '@jest/globals';
import { followUpPresets, localInput } from './follow-up';
import { momentsOf } from './moments';

const NOW = Date.parse('2026-11-20T15:00:00Z');
const moments = momentsOf('es', 'America/Guayaquil');

describe("times in the business's zone", () => {
  it('are a clock today, a word yesterday, a weekday this week and a date before', () => {
    expect(moments.short('2026-11-20T14:47:00Z', NOW)).toBe('9:47');
    expect(moments.short('2026-11-19T14:00:00Z', NOW)).toBe('ayer');
    expect(moments.short('2026-11-17T14:00:00Z', NOW)).toBe('mar');
    expect(moments.short('2026-10-12T14:00:00Z', NOW)).toBe('12 oct');
    expect(moments.short('2025-01-02T14:00:00Z', NOW)).toBe('2 ene 2025');
  });

  it('change day at midnight there, not here', () => {
    expect(moments.dayKey('2026-11-20T04:59:00Z')).toBe('2026-11-19');
    expect(moments.day('2026-11-20T04:59:00Z', NOW)).toBe('ayer');
    expect(moments.day('2026-11-20T05:01:00Z', NOW)).toBe('hoy');
    expect(moments.time('2026-11-20T05:01:00Z')).toBe('0:01');
  });
});

describe('moments to come back', () => {
  it('are in three hours, tomorrow at nine and the next Monday', () => {
    const friday = new Date(2026, 10, 20, 15, 30);
    const { soon, tomorrow, monday } = followUpPresets(friday);
    expect([soon, tomorrow, monday].map(localInput)).toEqual([
      '2026-11-20T18:30',
      '2026-11-21T09:00',
      '2026-11-23T09:00',
    ]);
    expect(localInput(followUpPresets(new Date(2026, 10, 23, 8)).monday)).toBe('2026-11-30T09:00');
  });
});

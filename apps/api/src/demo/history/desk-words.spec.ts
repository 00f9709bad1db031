import { describe, expect, it } from '@jest/globals';
import { leadWords, snoozeOf } from './desk-words.js';

describe('snoozeOf', () => {
  it('reads days and the time on the wall', () => {
    expect(snoozeOf('3d 10:30')).toEqual({ days: 3, minute: 630 });
  });

  it.each(['tomorrow', '3d', '1d 25:00'])('refuses %s', (words) => {
    expect(() => snoozeOf(words)).toThrow('not a time');
  });
});

describe('leadWords', () => {
  it('reads what is known of a lead', () => {
    expect(leadWords('state=qualified quality=hot budget=70000 city=Santo_Domingo urgency=high qualified')).toEqual({
      state: 'qualified',
      quality: 'hot',
      budget: { amount: 70_000, currency: 'USD' },
      city: 'Santo Domingo',
      urgency: 'high',
      qualified: true,
    });
  });

  it.each(['mood=good', 'state=won', 'quality=lukewarm'])('refuses %s', (words) => {
    expect(() => leadWords(words)).toThrow();
  });
});

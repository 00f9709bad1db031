import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MESSAGE_STATUSES, furthest, rankOf, statusOf } from './message-status.js';

const fact = fc.record({
  status: fc.constantFrom(...MESSAGE_STATUSES),
  at: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
});

describe('message status', () => {
  it('ranks as a message travels', () => {
    const order = ['queued', 'sending', 'sent', 'delivered', 'read', 'played'] as const;
    const ranks = order.map(rankOf);
    expect([...ranks].sort((a, b) => a - b)).toEqual(ranks);
    expect(rankOf('failed')).toBeGreaterThan(rankOf('sent'));
    expect(rankOf('delivered')).toBeGreaterThan(rankOf('failed'));
    expect(rankOf('unknown')).toBeLessThan(rankOf('sent'));
  });

  it('reads back what it ranked', () => {
    for (const status of MESSAGE_STATUSES) expect(statusOf(rankOf(status))).toBe(status);
  });

  it('gives the same whatever the order the facts came in', () => {
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1, maxLength: 8 }), fc.func(fc.integer()), (facts, by) => {
        const shuffled = [...facts].sort((a, b) => by(a) - by(b));
        expect(furthest(shuffled)).toEqual(furthest(facts));
      }),
    );
  });

  it('never falls behind any single fact, and keeps a time for each', () => {
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1, maxLength: 8 }), (facts) => {
        const { rank, times } = furthest(facts);
        for (const { status, at } of facts) {
          expect(rank).toBeGreaterThanOrEqual(rankOf(status));
          expect((times[status] as string) <= at).toBe(true);
        }
      }),
    );
  });
});

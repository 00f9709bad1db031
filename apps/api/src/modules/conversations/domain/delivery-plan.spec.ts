import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SendFailure } from '../../channels/index.js';
import { afterAttempt } from './delivery-plan.js';

const now = new Date('2026-11-20T12:00:00Z');
const failed = (over: Partial<SendFailure>) => ({
  kind: 'failed' as const,
  failure: { code: '1', title: 'x', reason: 'other', class: 'retry', ...over } as SendFailure,
});
const waitMs = (over: Partial<SendFailure>, tries: number, jitter = 0): number => {
  const after = afterAttempt(failed(over), tries, now, jitter);
  if (after.kind !== 'retry') throw new Error(after.kind);
  return after.at.getTime() - now.getTime();
};

describe('after an attempt', () => {
  it('keeps the id of what was accepted', () => {
    expect(afterAttempt({ kind: 'accepted', providerMessageId: 'w' }, 1, now, 0)).toEqual({
      kind: 'accepted',
      providerId: 'w',
    });
  });

  it('never tries an unknown outcome again, however few tries were made', () => {
    expect(afterAttempt({ kind: 'unknown', reason: 'timeout' }, 1, now, 0)).toEqual({
      kind: 'unknown',
      reason: 'timeout',
    });
  });

  it.each(['permanent', 'account_blocked', 'retry_much_later'] as const)('never tries %s again', (kind) => {
    expect(afterAttempt(failed({ class: kind }), 1, now, 0).kind).toBe('failed');
  });

  it('waits longer each time, and gives up', () => {
    expect([1, 2, 3].map((tries) => waitMs({}, tries))).toEqual([1000, 2000, 4000]);
    expect(afterAttempt(failed({}), 6, now, 0).kind).toBe('failed');
  });

  it('slows down by four for the same recipient, as the provider asks', () => {
    expect([1, 2, 3].map((tries) => waitMs({ class: 'retry_slower', reason: 'pair_rate_limited' }, tries))).toEqual([
      1000, 4000, 16_000,
    ]);
  });

  it('is never earlier than the provider said', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_600_000 }),
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (retryAfterMs, tries, jitter) => {
          expect(waitMs({ retryAfterMs }, tries, jitter)).toBeGreaterThanOrEqual(retryAfterMs);
        },
      ),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { knownFailure } from './failure-table.js';

describe('what an error code of Meta means', () => {
  it.each([
    [131047, 'window_closed'],
    [131026, 'recipient_unreachable'],
    [131050, 'recipient_opted_out'],
    [130403, 'recipient_blocked'],
    [131049, 'marketing_cap'],
    [131056, 'pair_rate_limited'],
    [130429, 'rate_limited'],
    [132001, 'template_unavailable'],
    [131053, 'media_rejected'],
    [190, 'account_blocked'],
    [133010, 'not_registered'],
    [131016, 'provider_down'],
  ])('%i is %s', (code, reason) => {
    expect(knownFailure(code)?.reason).toBe(reason);
  });

  it('asks to wait at least as long as Meta says', () => {
    expect(knownFailure(131056)?.retryAfterMs).toBe(6000);
    expect(knownFailure(131057)?.retryAfterMs).toBe(60_000);
    expect(knownFailure(80007)?.retryAfterMs).toBe(3_600_000);
    expect(knownFailure(131049)?.retryAfterMs).toBe(86_400_000);
  });

  it('takes the whole range of permissions for one thing', () => {
    for (const code of [200, 219, 299])
      expect(knownFailure(code)).toMatchObject({
        class: 'account_blocked',
        title: 'The access token lacks a permission.',
      });
    for (const code of [199, 300]) expect(knownFailure(code)).toBeUndefined();
  });

  it('knows nothing of codes that do not exist, and says every known one in a sentence', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer(), fc.constantFrom(-1, 999_999, NaN, 1.5), fc.integer({ min: 130_000, max: 138_000 })),
        (code) => {
          const known = knownFailure(code);
          if (known === undefined) return;
          expect(known.title).toMatch(/^[A-Z].{10,}\.$/);
          if (known.class === 'permanent') expect(known.retryAfterMs).toBeUndefined();
        },
      ),
    );
  });

  it('never sends again what a person refused', () => {
    for (const code of [131050, 130403, 131047]) expect(knownFailure(code)?.class).toBe('permanent');
  });
});

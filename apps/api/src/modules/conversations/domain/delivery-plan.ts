import type { SendFailure, SendOutcome } from '../../channels/index.js';

export type AfterAttempt =
  | { kind: 'accepted'; providerId: string }
  | { kind: 'retry'; at: Date; failure: SendFailure }
  | { kind: 'failed'; failure: SendFailure }
  | { kind: 'unknown'; reason: string };

const MOST_TRIES: Readonly<Record<SendFailure['class'], number>> = {
  retry: 6,
  retry_slower: 8,
  retry_much_later: 1,
  permanent: 1,
  account_blocked: 1,
};
const LONGEST_WAIT_MS = 15 * 60_000;
const SECOND = 1000;

/**
 * What follows from the outcome of one call. Only failures that a later try can mend are tried again: soon and twice as late each time when the provider
 * stumbles, four times as late when it asks us to slow down. An unknown outcome is never tried again.
 * @param tries calls made so far, this one included
 * @param jitter 0 to 1
 */
export function afterAttempt(outcome: SendOutcome, tries: number, now: Date, jitter: number): AfterAttempt {
  if (outcome.kind === 'accepted') return { kind: 'accepted', providerId: outcome.providerMessageId };
  if (outcome.kind === 'unknown') return { kind: 'unknown', reason: outcome.reason };
  const { failure } = outcome;
  if (tries >= MOST_TRIES[failure.class]) return { kind: 'failed', failure };
  return { kind: 'retry', at: new Date(now.getTime() + waitOf(failure, tries, jitter)), failure };
}

function waitOf(failure: SendFailure, tries: number, jitter: number): number {
  const factor = failure.reason === 'pair_rate_limited' ? 4 : 2;
  const backOff = Math.min(LONGEST_WAIT_MS, SECOND * factor ** (tries - 1));
  return Math.max(failure.retryAfterMs ?? 0, backOff) * (1 + jitter / 4);
}

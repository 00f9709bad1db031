/** An answer waits for the end of the burst: silence of 2 s, but 6 s at most from its first message. */
export const SILENCE_MS = 2000;
export const LONGEST_MS = 6000;

/** What came longer ago than this (a replay, a long failure) is for people. */
export const FRESH_MS = 5 * 60_000;

/** When a burst that began at `first` and got its last message at `last` is answered. */
export function dueAt(first: Date, last: Date): Date {
  return new Date(Math.min(last.getTime() + SILENCE_MS, first.getTime() + LONGEST_MS));
}

export function isFresh(receivedAt: Date, now: Date): boolean {
  return now.getTime() - receivedAt.getTime() < FRESH_MS;
}

export interface ProviderTime {
  at: string;
  atAssumed?: true;
}

/** No WhatsApp message is older than WhatsApp. */
const EARLIEST_MS = Date.UTC(2009, 0, 1);
/** A provider's clock may run ahead of ours by this much before we stop believing it. */
const AHEAD_MS = 24 * 60 * 60 * 1000;
/** Seconds never reach this before the year 5138; milliseconds passed it in 1973. */
const MILLISECONDS_FROM = 1e11;

/** Epoch seconds (or milliseconds), as text or number, become ISO-8601 UTC; a missing or absurd time becomes the time of receipt, flagged. */
export function providerTime(timestamp: unknown, receivedAt: Date): ProviderTime {
  const number =
    typeof timestamp === 'number'
      ? timestamp
      : typeof timestamp === 'string' && timestamp.trim() !== ''
        ? Number(timestamp)
        : NaN;
  const ms = number >= MILLISECONDS_FROM ? number : number * 1000;
  if (ms >= EARLIEST_MS && ms <= receivedAt.getTime() + AHEAD_MS) return { at: new Date(ms).toISOString() };
  return { at: receivedAt.toISOString(), atAssumed: true };
}

const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

export interface LocalMinute {
  /** YYYY-MM-DD. */
  date: string;
  /** Since local midnight. */
  minute: number;
}

/** What clock and calendar on the wall show at a moment. @throws RangeError for an unknown zone. */
export function localMinute(at: Date, timeZone: string): LocalMinute {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    minute: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}

/**
 * The moment when the wall shows a minute of a day. A minute that a clock change skips becomes the first one after
 * it; one that comes twice is the earlier.
 */
export function instantOf(date: string, minute: number, timeZone: string): Date {
  const wall = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MS;
  const offsets = [wall - 86_400_000, wall + 86_400_000].map((at) => offsetAt(at, timeZone));
  const candidates = offsets.map((offset) => wall - offset).filter((at) => at + offsetAt(at, timeZone) === wall);
  // Skipped by a change: the offset before it carries the wall time past the gap.
  return new Date(candidates.length > 0 ? Math.min(...candidates) : gapEnd(wall, offsets, timeZone));
}

export function isTimeZone(text: string): boolean {
  try {
    formatOf(text);
    return true;
  } catch {
    return false;
  }
}

/** Finds by halving where the wall jumps over `wall`. */
function gapEnd(wall: number, offsets: readonly number[], timeZone: string): number {
  let before = wall - Math.max(...offsets) - MINUTE_MS;
  let after = wall - Math.min(...offsets) + MINUTE_MS;
  while (after - before > MINUTE_MS) {
    const middle = Math.floor((before + after) / 2 / MINUTE_MS) * MINUTE_MS;
    if (middle <= before) break;
    if (middle + offsetAt(middle, timeZone) >= wall) after = middle;
    else before = middle;
  }
  return after;
}

function offsetAt(at: number, timeZone: string): number {
  const { date, minute } = localMinute(new Date(at), timeZone);
  return Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MS - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

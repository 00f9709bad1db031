const DAY_MS = 86_400_000;

/** Minutes that `timeZone` is ahead of UTC at that moment. */
function offsetMinutes(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((wall - Math.floor(at / 1000) * 1000) / 60_000);
}

/** The moment (ISO UTC) at which a calendar day, `YYYY-MM-DD`, begins in `timeZone`; undefined when it is no day. */
export function dayStart(day: string, timeZone: string): string | undefined {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(midnight)) return undefined;
  // Asked twice: the first guess may stand on the other side of a clock change.
  const guess = midnight - offsetMinutes(midnight, timeZone) * 60_000;
  return new Date(midnight - offsetMinutes(guess, timeZone) * 60_000).toISOString();
}

/** The day after, `YYYY-MM-DD`. */
export function nextDay(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(midnight) ? day : new Date(midnight + DAY_MS).toISOString().slice(0, 10);
}

/** Today or some days away from it, `YYYY-MM-DD`, as the business's calendar says. */
export function dayOf(at: number, timeZone: string, daysAway = 0): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const midnight = Date.parse(`${today.format(new Date(at))}T00:00:00Z`);
  return new Date(midnight + daysAway * DAY_MS).toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;

/** The first of `days` calendar days that end today, `YYYY-MM-DD`, in `timeZone`. */
export function firstDay(now: number, days: number, timeZone: string): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const midnight = Date.parse(`${today.format(new Date(now))}T00:00:00Z`);
  return new Date(midnight - (days - 1) * DAY_MS).toISOString().slice(0, 10);
}

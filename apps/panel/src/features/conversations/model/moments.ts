/** Times in words, in one language and in the business's time zone. */
export interface Moments {
  /** "9:47" */
  time(at: string): string;
  /** "9:47" today, "ayer", "lun" within the week, "17 nov" before. */
  short(at: string, now: number): string;
  /** "hoy", "ayer", "lun, 17 nov". */
  day(at: string, now: number): string;
  /** "17 nov, 9:47" */
  full(at: string): string;
  /** The calendar day, for comparing. */
  dayKey(at: string | number): string;
}

const DAY_MS = 86_400_000;

export function momentsOf(language: string, timeZone: string | undefined): Moments {
  const format = (options: Intl.DateTimeFormatOptions, locale = language) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const clock = format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  const date = format({ day: 'numeric', month: 'short' });
  const old = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const weekday = format({ weekday: 'short' });
  const dated = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const both = format({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  const key = format({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA');
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

  const dayKey = (at: string | number) => key.format(new Date(at));
  const daysAgo = (at: string, now: number) => Math.round((Date.parse(dayKey(now)) - Date.parse(dayKey(at))) / DAY_MS);

  return {
    dayKey,
    time: (at) => clock.format(new Date(at)),
    full: (at) => both.format(new Date(at)),
    short: (at, now) => {
      const days = daysAgo(at, now);
      if (days <= 0) return clock.format(new Date(at));
      if (days === 1) return relative.format(-1, 'day');
      if (days < 7) return weekday.format(new Date(at));
      return (days < 300 ? date : old).format(new Date(at));
    },
    day: (at, now) => {
      const days = daysAgo(at, now);
      if (days === 0 || days === 1) return relative.format(-days, 'day');
      return (days < 300 ? dated : old).format(new Date(at));
    },
  };
}

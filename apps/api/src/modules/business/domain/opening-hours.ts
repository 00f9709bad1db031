import { instantOf, localMinute } from './zoned-time.js';

/** One stretch of an ordinary week, in the business's own time. `closes` is exclusive; `24:00` is midnight. */
export interface OpeningSpan {
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  /** HH:mm. */
  opens: string;
  /** HH:mm, later than `opens`. */
  closes: string;
}

export interface Holiday {
  /** YYYY-MM-DD, or --MM-DD for every year. */
  date: string;
  name: string;
}

export interface OpeningHours {
  timeZone: string;
  hours: readonly OpeningSpan[];
  holidays: readonly Holiday[];
}

const DAY_MS = 86_400_000;
/** Longer closed than this is closed for good. */
const LOOK_AHEAD_DAYS = 370;

export function isOpen(business: OpeningHours, at: Date): boolean {
  const { date, minute } = localMinute(at, business.timeZone);
  return spansOf(business, date).some(({ opens, closes }) => minute >= minutes(opens) && minute < minutes(closes));
}

/** The moment itself when it is open then; undefined when it never opens. */
export function nextOpening(business: OpeningHours, from: Date): Date | undefined {
  if (isOpen(business, from)) return from;
  if (business.hours.length === 0) return undefined;
  const today = localMinute(from, business.timeZone).date;
  for (let day = 0; day <= LOOK_AHEAD_DAYS; day += 1) {
    const date = plusDays(today, day);
    const openings = spansOf(business, date).map(({ opens }) => instantOf(date, minutes(opens), business.timeZone));
    const next = openings.filter((opening) => opening > from).sort((a, b) => a.getTime() - b.getTime())[0];
    if (next) return next;
  }
  return undefined;
}

/** The first span that ends before it starts or overlaps another of its day; undefined when all fit. */
export function misplacedSpan(hours: readonly OpeningSpan[]): number | undefined {
  const index = hours.findIndex((span, at) => {
    if (minutes(span.closes) <= minutes(span.opens)) return true;
    return hours.some(
      (other, otherAt) =>
        otherAt < at &&
        other.weekday === span.weekday &&
        minutes(span.opens) < minutes(other.closes) &&
        minutes(other.opens) < minutes(span.closes),
    );
  });
  return index === -1 ? undefined : index;
}

function spansOf({ hours, holidays }: OpeningHours, date: string): OpeningSpan[] {
  if (holidays.some((holiday) => holiday.date === date || holiday.date === `-${date.slice(4)}`)) return [];
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return hours.filter((span) => span.weekday === weekday);
}

const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

import { DomainError } from '../../../platform/http/domain-error.js';

/** Whole days of the business's calendar, both ends included, as YYYY-MM-DD. */
export interface DayRange {
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;
const DAYS_BY_DEFAULT = 30;
const MOST_DAYS = 400;

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
export const daysIn = ({ from, to }: DayRange): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1;
export const eachDay = (range: DayRange): string[] =>
  Array.from({ length: daysIn(range) }, (_, index) => addDays(range.from, index));

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  new Date(`${text}T00:00:00Z`).toString() !== 'Invalid Date' &&
  addDays(text, 0) === text;

/** What was asked for; the 30 days up to today when nothing was. @throws validation_failed */
export function rangeAsked(asked: Partial<DayRange>, today: string): DayRange {
  for (const end of ['from', 'to'] as const)
    if (asked[end] !== undefined && !isDay(asked[end])) throw refused(`?${end}`, 'must be a day, YYYY-MM-DD');
  const to = asked.to ?? today;
  const range = { from: asked.from ?? addDays(to, 1 - DAYS_BY_DEFAULT), to };
  if (daysIn(range) < 1) throw refused('?from', 'must not be after `to`');
  if (daysIn(range) > MOST_DAYS) throw refused('?from', `may be at most ${MOST_DAYS} days before \`to\``);
  return range;
}

/** As many days, just before. */
export const rangeBefore = (range: DayRange): DayRange => ({
  from: addDays(range.from, -daysIn(range)),
  to: addDays(range.from, -1),
});

const refused = (path: string, message: string): DomainError =>
  new DomainError('validation_failed', 400, 'Some fields need your attention.', {}, [{ path, message }]);

import { UUID_PATTERN } from '../../../platform/ids/uuid.js';

/** What a list is sorted by, before the id. */
export type SortedBy = 'time' | 'number';

const TIME =
  /^(\d{4})-(\d\d)-(\d\d)[ T](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)$/;
const NUMBER = /^\d{1,4}$/;

/** Whether these parts of a cursor name a place in such a list; anything else PostgreSQL would refuse. */
export function isPlace([value, id]: readonly (string | null)[], by: SortedBy): boolean {
  if (!value || !id || !UUID_PATTERN.test(id)) return false;
  return by === 'number' ? NUMBER.test(value) : isTime(value);
}

function isTime(text: string): boolean {
  const [, year, month, day] = (TIME.exec(text) ?? []).map(Number);
  if (!year || !month || !day) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

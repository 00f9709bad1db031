const HOUR_MS = 3_600_000;
const MORNING = 9;

/** Likely moments to come back to a conversation, by the clock of this machine. */
export function followUpPresets(now: Date): { soon: Date; tomorrow: Date; monday: Date } {
  const morning = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING, 0, 0, 0);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  return { soon: new Date(now.getTime() + 3 * HOUR_MS), tomorrow: morning(1), monday: morning(toMonday) };
}

/** A moment as `<input type="datetime-local">` takes it. */
export function localInput(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

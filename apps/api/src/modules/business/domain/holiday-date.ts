const EVERY_YEAR = /^--(\d\d-\d\d)$/;
const LEAP_YEAR = '2028';

/** Whether there is such a day: YYYY-MM-DD, or --MM-DD for every year that has it. */
export function isHolidayDate(text: string): boolean {
  const date = text.replace(EVERY_YEAR, `${LEAP_YEAR}-$1`);
  const at = new Date(`${date}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

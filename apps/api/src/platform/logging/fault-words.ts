const EMAIL = /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Digits that are no phone, though some of them could be: ids, days, addresses of machines. */
const NO_PHONE = String.raw`(?![\da-f]{8}-[\da-f]{4}-|\d{4}-\d\d-\d\d(?!\d)|\d{1,3}(?:\.\d{1,3}){3}(?!\d))`;
const DIGITS = String.raw`\d(?:[\s().-]{0,2}\d){6,14}`;
const PHONE = new RegExp(String.raw`\+${DIGITS}|(?<![\w.-]|\d:)${NO_PHONE}${DIGITS}(?!\w)`, 'g');
const LONGEST = 500;

/** What went wrong, as it may be kept and logged: a fault often quotes the value it stumbled over, so phones and addresses are cut out. At most 500 characters. */
export function faultWords(error: unknown): string {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return withoutPersons(words).slice(0, LONGEST);
}

export const withoutPersons = (words: string): string =>
  words
    .slice(0, 4 * LONGEST)
    .replace(EMAIL, '…')
    .replace(PHONE, '…');

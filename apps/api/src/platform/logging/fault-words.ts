const EMAIL = /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g;
const PHONE = /\+\d(?:[\s().-]{0,2}\d){6,14}|(?<![\w.-])\d{7,15}(?![\w-])/g;
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

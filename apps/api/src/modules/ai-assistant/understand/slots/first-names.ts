import { readLines } from '../text/read-data.js';

/** First names of customers, folded. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  readLines(import.meta.url, './first-names.txt').flatMap((line) => line.split(' ')),
);

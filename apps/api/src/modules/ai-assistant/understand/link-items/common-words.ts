import { readLines } from '../text/read-data.js';

/** Everyday words of Spanish, Portuguese and English, folded: never taken for a mistyped product. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  readLines(import.meta.url, './common-words.txt').flatMap((line) => line.split(/\s+/)),
);

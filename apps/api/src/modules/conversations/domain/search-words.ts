const MOST_WORDS = 8;
const LONGEST = 200;

/** The words of a search, free of everything a text query would read as an operator. */
export const searchWords = (typed: string): string[] =>
  typed
    .slice(0, LONGEST)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, MOST_WORDS);

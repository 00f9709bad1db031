import type { MaskedWord } from '../mask/mask-message.js';
import { readData } from '../text/read-data.js';

const WORDS = readData<Record<'openers' | 'followers' | 'company', readonly string[]>>(
  import.meta.url,
  './greetings.json',
);
const JOINS = new Set(['y', 'e', 'and', 'tambien', 'tambem', 'ademas', 'also', 'pero', 'but', 'aparte', 'mas']);
const OPENERS = new Set(WORDS.openers);
const GREETINGS = new Set([...WORDS.openers, ...WORDS.followers]);
/** Whom one greets and how they are: no greeting by itself. */
const COMPANY = new Set(WORDS.company);
const QUESTION_WORDS = new Set(['que', 'como']);
const MOST_CLAUSES = 12;

/** Whether every word only greets. */
export function onlyGreets(words: readonly MaskedWord[]): boolean {
  return (
    (OPENERS.has(words[0]?.word ?? '') || words[0]?.word === 'epa') &&
    words.length <= 10 &&
    words.every((word) => GREETINGS.has(word.word) || COMPANY.has(word.word))
  );
}

/** The words without the greeting that opens them; all of them when there is nothing else. */
export function withoutGreeting(words: readonly MaskedWord[]): readonly MaskedWord[] {
  if (!OPENERS.has(words[0]?.word ?? '')) return words;
  let at = 1;
  while (at < words.length && GREETINGS.has(words[at]?.word ?? '')) {
    const word = words[at]?.word ?? '';
    const next = words[at + 1]?.word ?? '';
    if (QUESTION_WORDS.has(word) && !GREETINGS.has(next)) break;
    if (word === 'esta' && words[at - 1]?.word !== 'como') break;
    at++;
  }
  return at < words.length ? words.slice(at) : words;
}

/** Clauses that may each want something, by punctuation, line ends and joining words; a clause of one word stays with a short one before it. */
export function segments(words: readonly MaskedWord[]): MaskedWord[][] {
  const parts: MaskedWord[][] = [];
  let part: MaskedWord[] = [];
  const close = (): void => {
    const last = parts.at(-1);
    if (part.length === 1 && last && last.length < 3) last.push(...part);
    else if (part.length > 0) parts.push(part);
    part = [];
  };
  words.forEach((word, at) => {
    const joins = JOINS.has(word.word) && words.length - at > 2 && part.length >= 2;
    if (word.breakBefore || joins) close();
    if (!joins) part.push(word);
  });
  close();
  return parts.slice(0, MOST_CLAUSES);
}

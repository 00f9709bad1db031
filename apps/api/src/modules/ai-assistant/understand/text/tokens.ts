import { ABBREVIATIONS } from './abbreviations.js';
import { numberOfWord } from './number-words.js';

/** A word of the message. `start`/`end` index into the clean text; `norm` is folded, unabbreviated and free of repeated letters. */
export interface Token {
  readonly text: string;
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  /** The whole number a digit string or number word stands for. */
  readonly number: number | null;
  /** Whether a comma, full stop, question mark or line end stands between this token and the one before. */
  readonly breakBefore: boolean;
}

const WORD = /[a-z]+\d+[a-z]*|\d+[a-z](?![a-z\d])|\d+(?:[.,]\d+)+|\d+|[a-z]+/g;
const LETTERS_DIGITS_LETTERS = /^([a-z]{1,12}\d{1,5})([a-z]{2,12})$/;
const BREAK = /[,;:.!?¡¿()\n\r/|•]/;

/** Splits clean text (see `cleanText`) into tokens; `folded` must be `foldText(clean)`, which keeps every position. */
export function tokenise(clean: string, folded: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of folded.matchAll(WORD)) {
    const start = match.index;
    const plus = folded[start + match[0].length] === '+' ? 1 : 0;
    const word = match[0];
    const glued = LETTERS_DIGITS_LETTERS.exec(word);
    const parts = glued?.[1] !== undefined && glued[2] !== undefined ? [glued[1], glued[2]] : [word];
    let at = start;
    parts.forEach((part, index) => {
      const isLast = index === parts.length - 1;
      const end = at + part.length + (isLast ? plus : 0);
      tokens.push({
        text: clean.slice(at, end),
        norm: isTerabytes(part, tokens.at(-1)) ? part : normaliseWord(part),
        start: at,
        end,
        number: numberOf(part, tokens.at(-1)?.norm),
        breakBefore: index === 0 && BREAK.test(folded.slice(last, start)),
      });
      at = end;
    });
    last = at;
  }
  return tokens;
}

/** One folded word: three or more equal letters become one ("holaaa"), chat abbreviations are written out. */
export function normaliseWord(word: string): string {
  const single = word.replace(/([a-z])\1{2,}/g, '$1');
  return ABBREVIATIONS.get(single) ?? single;
}

/** "1 tb" is a size, "tb" elsewhere "también". */
function isTerabytes(word: string, before: Token | undefined): boolean {
  return word === 'tb' && before !== undefined && /^\d+$/.test(before.norm);
}

function numberOf(word: string, before?: string): number | null {
  if (/^\d{1,9}$/.test(word)) return Number(word);
  return numberOfWord(word, before);
}

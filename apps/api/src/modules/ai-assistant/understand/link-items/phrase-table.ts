import { fold } from '../text/clean-text.js';
import { stem } from './stem.js';

/** Joining words that a phrase may hold or leave out: "silla (de) oficina". */
export const JOINING_WORDS: ReadonlySet<string> = new Set([
  'de',
  'del',
  'da',
  'do',
  'para',
  'la',
  'el',
  'con',
  'por',
  'em',
  'en',
]);

export interface PhraseHit {
  readonly value: string;
  /** Tokens covered, from `from` to before `to`. */
  readonly from: number;
  readonly to: number;
}

/** Finds the longest known phrases in a row of words, without overlap, joining words optional. */
export class PhraseTable {
  private readonly values = new Map<string, string>();
  private longest = 1;

  constructor(entries: Iterable<readonly [phrase: string, value: string]>) {
    for (const [phrase, value] of entries) {
      const words = phraseWords(phrase);
      this.longest = Math.max(this.longest, words.length);
      this.values.set(words.join(' '), value);
    }
  }

  /** `words` are folded words; single words and stems match alike. */
  find(words: readonly string[]): PhraseHit[] {
    const hits: PhraseHit[] = [];
    let from = 0;
    while (from < words.length) {
      const hit = JOINING_WORDS.has(words[from] ?? '') ? undefined : this.longestAt(words, from);
      if (hit) hits.push(hit);
      from = hit ? hit.to : from + 1;
    }
    return hits;
  }

  has(word: string): boolean {
    return this.values.has(stem(word));
  }

  get(word: string): string | undefined {
    return this.values.get(stem(word));
  }

  /** Every single-word phrase with its value. */
  singleWords(): (readonly [word: string, value: string])[] {
    return [...this.values].filter(([phrase]) => !phrase.includes(' '));
  }

  private longestAt(words: readonly string[], from: number): PhraseHit | undefined {
    let best: PhraseHit | undefined;
    let key = '';
    let taken = 0;
    for (let at = from; at < words.length && taken < this.longest && at - from < 7; at++) {
      const word = words[at] ?? '';
      if (taken > 0 && JOINING_WORDS.has(word)) continue;
      key = taken === 0 ? stem(word) : `${key} ${stem(word)}`;
      taken++;
      const value = this.values.get(key);
      if (value !== undefined) best = { value, from, to: at + 1 };
    }
    return best;
  }
}

function phraseWords(phrase: string): string[] {
  const words = fold(phrase)
    .split(/[^a-z0-9+]+/)
    .filter((word) => word !== '');
  return words.filter((word, index) => index === 0 || !JOINING_WORDS.has(word)).map(stem);
}

import type { Grounds } from '../ground/grounds.js';
import { fold } from '../understand/text/clean-text.js';

const SHORTEST = 4;

/** The folded draft without what the shop itself has written: its facts, answers and the names of its items. What is left are claims of the draft's own. */
export function withoutOwnWords(draft: string, { items, soldOut, shop }: Grounds): string {
  const words = [
    ...[...items, ...soldOut].map((item) => item.name),
    ...items.flatMap((item) => Object.values(item.attributes).map(String)),
    ...[shop.name, shop.address, shop.hours, shop.shipping, shop.warranty, ...shop.payments],
    ...(shop.faq ?? []).map((entry) => entry.answer),
  ]
    .map(fold)
    .filter((text) => text.length >= SHORTEST && /[a-z]/.test(text))
    .sort((one, other) => other.length - one.length);
  return [...new Set(words)].reduce(without, fold(draft));
}

/** Whole words only: a name is no part of another. */
function without(text: string, words: string): string {
  let left = '';
  let from = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, from)) {
    const whole = !isWordAt(text, at - 1) && !isWordAt(text, at + words.length);
    left += text.slice(from, at) + (whole ? ' ; ' : words);
    from = at + words.length;
  }
  return left + text.slice(from);
}

function isWordAt(text: string, at: number): boolean {
  return /[a-z\d]/.test(text.charAt(at));
}

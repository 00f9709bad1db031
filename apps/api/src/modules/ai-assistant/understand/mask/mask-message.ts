import type { LinkedMessage } from '../link-items/link-items.js';
import type { ReadMessage } from '../read-message.js';
import type { CityMention } from '../slots/city.js';
import { moneyIn } from '../slots/money.js';
import type { Token } from '../text/tokens.js';

/** Words that stand in for what differs from message to message, so that the intent model learns the sentence and not the product. */
export const MASKS = {
  product: 'xprod',
  attribute: 'xattr',
  number: 'xnum',
  money: 'xmoney',
  city: 'xcity',
  name: 'xname',
  email: 'xmail',
  phone: 'xphone',
  order: 'xorder',
} as const;

/** What holds full stops or dashes of its own, so that none of them begins a clause. */
const DOTTED: ReadonlySet<string> = new Set([MASKS.email, MASKS.phone, MASKS.order]);

export interface MaskFacts {
  readonly linked: LinkedMessage;
  readonly cities: readonly CityMention[];
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly order: string | null;
}

export interface MaskedWord {
  readonly word: string;
  /** Token position of its first word. */
  readonly at: number;
  readonly breakBefore: boolean;
}

/** The message's words with products, figures, places and people masked. Runs of the same mask become one. */
export function maskMessage(message: ReadMessage, facts: MaskFacts): MaskedWord[] {
  const { tokens } = message;
  const masks: (string | undefined)[] = tokens.map(() => undefined);
  const cover = (from: number, to: number, mask: string): void => {
    for (let at = from; at < to; at++) masks[at] ??= mask;
  };
  const coverText = (text: string | null, mask: string): void => {
    if (text === null || text === '') return;
    const start = message.clean.toLowerCase().indexOf(text.toLowerCase());
    tokens.forEach((token, at) => {
      if (start >= 0 && token.start >= start && token.end <= start + text.length) cover(at, at + 1, mask);
    });
  };
  coverText(facts.email, MASKS.email);
  coverText(facts.order, MASKS.order);
  if (facts.phone !== null) coverDigits(message, facts.phone, cover);
  for (const mention of facts.linked.mentions) {
    for (const term of mention.terms) if (term.from >= mention.from) cover(term.from, term.to, MASKS.product);
    for (const one of mention.attributes) cover(one.from, one.to, MASKS.product);
  }
  for (const city of facts.cities) cover(city.from, city.to, MASKS.city);
  coverText(facts.name, MASKS.name);
  for (const one of facts.linked.attributes)
    if (one.kind !== 'duration' || one.to - one.from > 1) cover(one.from, one.to, MASKS.attribute);
  for (const figure of moneyIn(message))
    if (figure.explicit)
      tokens.forEach(
        (token, at) => void (token.start >= figure.start && token.end <= figure.end && cover(at, at + 1, MASKS.money)),
      );
  tokens.forEach((token, at) => void (isFigure(token) && cover(at, at + 1, MASKS.number)));
  return collapse(message, masks);
}

/** "2" and "dos" say the same. */
export function isFigure(token: Token): boolean {
  return token.number !== null || /^\d/.test(token.norm);
}

function coverDigits(
  message: ReadMessage,
  phone: string,
  cover: (from: number, to: number, mask: string) => void,
): void {
  message.tokens.forEach((token, at) => {
    const digits = token.norm.replace(/\D/g, '');
    if (digits.length >= 2 && /^[\d.,]+$/.test(token.norm) && phone.includes(digits)) cover(at, at + 1, MASKS.phone);
  });
}

function collapse(message: ReadMessage, masks: readonly (string | undefined)[]): MaskedWord[] {
  const words: MaskedWord[] = [];
  message.tokens.forEach((token, at) => {
    const word = masks[at] ?? token.norm;
    const previous = words.at(-1);
    if (masks[at] !== undefined && previous?.word === word && (!token.breakBefore || DOTTED.has(word))) return;
    words.push({ word, at, breakBefore: token.breakBefore });
  });
  return words;
}

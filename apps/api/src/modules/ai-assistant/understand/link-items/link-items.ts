import type { CatalogueItem } from '../../ground/catalogue-item.js';
import type { ReadMessage } from '../read-message.js';
import { readMessage } from '../read-message.js';
import type { AttributeMention } from './attribute-mentions.js';
import { attributeMentions } from './attribute-mentions.js';
import type { Mention } from './find-mentions.js';
import { findMentions } from './find-mentions.js';
import type { ItemIndex } from './item-index.js';
import { queryTerms } from './query-terms.js';
import type { RankedItem } from './rank-items.js';
import { asksForPlain, rankItems } from './rank-items.js';

export interface LinkedMention extends Mention {
  /** The items that the words fit about equally well, best first. */
  readonly items: readonly CatalogueItem[];
  readonly score: number;
  /** The customer named something close to, but not, what the shop has ("iphone 12"). */
  readonly approximate: boolean;
}

export interface LinkedMessage {
  readonly mentions: readonly LinkedMention[];
  /** SKUs of what is asked about, the first of each mention before the seconds. */
  readonly skus: readonly string[];
  readonly attributes: readonly AttributeMention[];
  /** The words ask for the plain version of what is spoken of. */
  readonly plain: boolean;
}

const NEAR_BEST = 0.16;
const SURE = 0.45;

/** Finds which items a message speaks of. `places` are token positions that name places: no item is read there. */
export function linkItems(
  index: ItemIndex,
  message: ReadMessage,
  places: ReadonlySet<number> = new Set(),
): LinkedMessage {
  const { tokens } = message;
  const attributes = attributeMentions(tokens);
  const terms = queryTerms(index, tokens, true).filter((term) => term.kind === 'concept' || !places.has(term.from));
  const plain = asksForPlain(tokens.map((token) => token.norm));
  const linked = findMentions(index, tokens, terms, attributes).map((mention) => link(index, mention, plain));
  const wanted = linked.filter((mention) => !mention.absent && !mention.negated && !mention.approximate);
  const spoken =
    wanted.length > 0 || linked.length > 1
      ? wanted
      : linked.filter((mention) => !mention.absent && !mention.approximate);
  return {
    mentions: linked,
    skus: interleave(spoken.map((mention) => mention.items.map((item) => item.sku))),
    attributes,
    plain,
  };
}

/** Search box: every item that bears a telling word, best first, at most `limit`. */
export function searchItems(index: ItemIndex, query: string, limit = 10): RankedItem[] {
  const { tokens } = readMessage(query);
  const terms = queryTerms(index, tokens, false);
  const attributes = attributeMentions(tokens);
  const plain = asksForPlain(tokens.map((token) => token.norm));
  return rankItems(index, { terms, attributes }, plain).slice(0, limit);
}

function link(index: ItemIndex, mention: Mention, plain: boolean): LinkedMention {
  const ranked = rankItems(index, mention, plain);
  const best = ranked[0]?.score ?? 0;
  const unknown = mention.terms.some(
    (term) =>
      !term.known &&
      (term.kind === 'model' || term.kind === 'number' || term.kind === 'brand' || term.kind === 'concept'),
  );
  const approximate =
    ranked.length === 0 || best < SURE || (unknown && best < 0.62) || namesAnother(index, mention, ranked[0]?.item);
  return {
    ...mention,
    items: ranked.filter((one) => one.score >= best - NEAR_BEST).map((one) => one.item),
    score: best,
    approximate,
  };
}

/** "redmi note 12" where there is a 13: a number of as many digits right after the family is the model's. */
function namesAnother(index: ItemIndex, mention: Mention, best: CatalogueItem | undefined): boolean {
  const own = index.items.find(({ item }) => item === best)?.terms ?? new Set<string>();
  return mention.terms.some(
    (term) =>
      term.kind === 'number' &&
      !term.known &&
      mention.terms.some(({ to, known, kind }) => to === term.from && known && kind !== 'number') &&
      [...own].some((word) => /^\d+$/.test(word) && word.length === term.key.length),
  );
}

function interleave(lists: readonly (readonly string[])[]): string[] {
  const merged: string[] = [];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let rank = 0; rank < longest; rank++)
    for (const list of lists)
      if (list[rank] !== undefined && !merged.includes(list[rank] ?? '')) merged.push(list[rank] ?? '');
  return merged;
}

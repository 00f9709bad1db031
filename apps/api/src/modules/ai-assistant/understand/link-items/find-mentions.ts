import type { Token } from '../text/tokens.js';
import type { AttributeMention } from './attribute-mentions.js';
import type { ItemIndex } from './item-index.js';
import { JOINING_WORDS } from './phrase-table.js';
import type { QueryTerm } from './query-terms.js';

/** Words of one message that speak of one thing: "el iphone 14 azul de 128". */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly terms: readonly QueryTerm[];
  readonly attributes: readonly AttributeMention[];
  /** "no busco X", "que no sea X". */
  readonly negated: boolean;
  /** "sin el X", "vino sin X": the thing is absent, not asked for. */
  readonly absent: boolean;
}

type Piece = { readonly from: number; readonly to: number } & (
  { readonly term: QueryTerm } | { readonly attribute: AttributeMention }
);

const SEPARATORS = new Set([
  'y',
  'e',
  'o',
  'u',
  'ou',
  'and',
  'or',
  'vs',
  'versus',
  'ni',
  'mas',
  'tambien',
  'tambem',
  'pero',
  'sino',
  'but',
  'mejor',
  'hasta',
  'que',
]);
const MAX_GAP = 3;

/** Groups terms and attributes into mentions. A group without anything that can stand alone is left out. */
export function findMentions(
  index: ItemIndex,
  tokens: readonly Token[],
  terms: readonly QueryTerm[],
  attributes: readonly AttributeMention[],
): Mention[] {
  const mentions: Mention[] = [];
  let group: Piece[] = [];
  const close = (): void => {
    const mention = toMention(index, tokens, group, mentions.at(-1));
    if (mention) mentions.push(mention);
    group = [];
  };
  for (const piece of piecesInOrder(terms, attributes)) {
    if (group.length > 0 && startsAnew(tokens, group, piece)) close();
    if (group.length > 0 || mayStart(tokens, piece)) group.push(piece);
  }
  close();
  return mentions;
}

function piecesInOrder(terms: readonly QueryTerm[], attributes: readonly AttributeMention[]): Piece[] {
  const covered = new Set(
    attributes
      .filter((one) => one.to - one.from > 1 || one.kind !== 'capacity')
      .flatMap((one) => range(one.from, one.to)),
  );
  const free = terms.filter(
    (term) =>
      term.kind === 'concept' ||
      term.to - term.from > 1 ||
      !covered.has(term.from) ||
      attributes.some((one) => one.kind === 'inches' && one.from === term.from),
  );
  return [
    ...free.map((term) => ({ from: term.from, to: term.to, term })),
    ...attributes.map((attribute) => ({ from: attribute.from, to: attribute.to, attribute })),
  ].sort((one, other) => one.from - other.from);
}

/** A bare number opens a mention only as "el 14". */
function mayStart(tokens: readonly Token[], piece: Piece): boolean {
  if (!('term' in piece) || piece.term.kind !== 'number') return true;
  return piece.term.known && /^(?:el|la|del|un|al|o|the)$/.test(tokens[piece.from - 1]?.norm ?? '');
}

function startsAnew(tokens: readonly Token[], group: readonly Piece[], piece: Piece): boolean {
  const end = Math.max(...group.map((one) => one.to));
  if (piece.from < end) return false;
  const gap = tokens.slice(end, piece.from);
  const names =
    'term' in piece &&
    (piece.term.kind === 'concept' ||
      piece.term.kind === 'brand' ||
      piece.term.kind === 'word' ||
      piece.term.kind === 'model');
  const separated = gap.some((token) => SEPARATORS.has(token.norm));
  const broken = tokens.slice(end, piece.from + 1).some((token) => token.breakBefore);
  if (!names) {
    if ('term' in piece)
      return (
        broken || gap.some((token) => !JOINING_WORDS.has(token.norm)) || (separated && piece.term.kind === 'number')
      );
    return gap.length > MAX_GAP;
  }
  if (separated || broken || gap.length > MAX_GAP) return true;
  const isConcept = piece.term.kind === 'concept';
  const hasConcept = group.some((one) => 'term' in one && one.term.kind === 'concept');
  const hasModel = group.some((one) => 'term' in one && (one.term.kind === 'model' || one.term.kind === 'brand'));
  if (isConcept && hasConcept) return !gap.some((token) => JOINING_WORDS.has(token.norm));
  return gap.some((token) => !JOINING_WORDS.has(token.norm)) && piece.term.kind === 'brand' && hasModel;
}

function toMention(
  index: ItemIndex,
  tokens: readonly Token[],
  group: readonly Piece[],
  previous: Mention | undefined,
): Mention | undefined {
  const first = group[0];
  if (!first) return undefined;
  const attributes = group.flatMap((piece) => ('attribute' in piece ? [piece.attribute] : []));
  let terms = group.flatMap((piece) => ('term' in piece ? [piece.term] : []));
  if (terms.length === 0) return undefined;
  if (!terms.some((term) => canStandAlone(index, term))) {
    const family = previous?.terms.filter((term) => term.kind === 'brand' || term.kind === 'concept') ?? [];
    const close = previous !== undefined && first.from - previous.to <= 2;
    if (close && family.length > 0 && terms.some((term) => term.known)) terms = [...family, ...terms];
    else if (!terms.some((term) => term.kind === 'number' && term.known)) return undefined;
  }
  const to = Math.max(...group.map((piece) => piece.to));
  return {
    from: first.from,
    to,
    terms,
    attributes,
    negated: isNegated(tokens, first.from),
    absent: isAbsent(tokens, first.from),
  };
}

function canStandAlone(index: ItemIndex, term: QueryTerm): boolean {
  if (term.kind === 'number' || term.kind === 'variant') return false;
  if (term.kind === 'concept' || term.kind === 'brand' || term.kind === 'model') return true;
  const most = index.items.length < 6 ? 0 : Math.log(1 + 1 / 0.5);
  return term.known && (index.weight.get(term.key) ?? 0) >= most;
}

function isNegated(tokens: readonly Token[], from: number): boolean {
  const before = words(tokens, from, 5);
  return /(?:^| )(?:no|nao|not|dont|don t) (?:busco|quiero|me interesa|queria|quero|procuro|want|looking for|es|sea|seja|precis\w*|necesito|compro)(?: \w+){0,2}$|(?:^| )(?:excepto|menos|salvo|nada de|en vez de|en lugar de|except|instead of|ao inves de)(?: \w+)?$/.test(
    before,
  );
}

function isAbsent(tokens: readonly Token[], from: number): boolean {
  return /(?:^| )(?:sin|sem|without|falta|falto|faltaba|faltou|faltan)(?: (?:el|la|los|las|su|o|a|the|its|un|una))?$/.test(
    words(tokens, from, 3),
  );
}

/** Up to `count` words before the token, within its clause. */
function words(tokens: readonly Token[], from: number, count: number): string {
  let start = from;
  while (start > 0 && from - start < count && tokens[start]?.breakBefore !== true) start--;
  return tokens
    .slice(start, from)
    .map((token) => token.norm)
    .join(' ');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

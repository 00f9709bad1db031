/** A stretch of a message around what was looked for. `hit` is where in it, in UTF-16 units; null when it cannot be pointed at. */
export interface Excerpt {
  extract: string;
  hit: { start: number; length: number } | null;
}

const ELLIPSIS = '…';

/** One letter as the search knows it; what unfolds to several (`½`, `ß`) has no one place to point at. */
const folded = (letter: string): string =>
  letter
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** `text` folded, with the place in `text` of each of its units. */
function foldedWithPlaces(text: string): { flat: string; places: number[] } {
  let flat = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = folded(letter);
    flat += plain;
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    at += letter.length;
  }
  places.push(at);
  return { flat, places };
}

function firstHit(text: string, words: readonly string[]): { start: number; length: number } | null {
  const { flat, places } = foldedWithPlaces(text);
  const starts = words.flatMap((word) => {
    const plain = folded(word);
    for (let at = plain === '' ? -1 : flat.indexOf(plain); at !== -1; at = flat.indexOf(plain, at + 1))
      if (!/[\p{L}\p{N}]/u.test(flat[at - 1] ?? ' ')) return [{ at, end: at + plain.length }];
    return [];
  });
  const [first] = starts.sort((a, b) => a.at - b.at);
  if (!first) return null;
  const start = places[first.at] ?? 0;
  return { start, length: (places[first.end] ?? text.length) - start };
}

/** Never between the halves of a letter outside the basic plane. */
const boundary = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at);

/** At most `longest` units of `text`, beginning early enough before the first word that was found to understand it. */
export function excerptOf(text: string, words: readonly string[], longest: number): Excerpt {
  const hit = firstHit(text, words);
  if (text.length <= longest) return { extract: text, hit };
  const room = longest - ELLIPSIS.length;
  const far = hit !== null && hit.start + hit.length > room;
  const from = far ? boundary(text, Math.max(0, Math.min(hit.start - Math.floor(longest / 3), text.length - room))) : 0;
  const head = from > 0 ? ELLIPSIS : '';
  const to = text.length - from <= room ? text.length : boundary(text, from + room - head.length);
  const extract = head + text.slice(from, to) + (to < text.length ? ELLIPSIS : '');
  return {
    extract,
    hit: hit && { start: hit.start - from + head.length, length: Math.min(hit.length, to - hit.start) },
  };
}

const SOUND: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/qu/g, 'k'],
  [/[cq](?=[aou]|$)/g, 'k'],
  [/c(?=[ei])/g, 's'],
  [/z/g, 's'],
  [/v/g, 'b'],
  [/ll/g, 'y'],
  [/h/g, ''],
  [/ck/g, 'k'],
  [/x$/g, 'ks'],
  [/w/g, 'u'],
  [/([a-z])\1/g, '$1'],
];

/** A catalogue's words are compared with every unknown word of every message: their sounds are kept. */
const heardBefore = new Map<string, string>();
const MOST_REMEMBERED = 50_000;

/** How a folded word sounds to a Spanish or Portuguese ear: words that sound alike are typed for one another. */
export function soundOf(word: string): string {
  const known = heardBefore.get(word);
  if (known !== undefined) return known;
  const sound = SOUND.reduce((heard, [pattern, letter]) => heard.replace(pattern, letter), word);
  if (heardBefore.size >= MOST_REMEMBERED) heardBefore.clear();
  heardBefore.set(word, sound);
  return sound;
}

/** Edits (insert, delete, replace, swap neighbours) from one word to the other, or `limit + 1` when more than `limit`. */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let older: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, (older[column - 2] ?? 0) + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    older = previous;
    previous = current;
  }
  return Math.min(previous[to.length] ?? limit + 1, limit + 1);
}

const DIMINUTIVE = /^([a-z]{4,})(?:c?it[oa]|inh[oa])$/;

/** "parlantito" is a "parlante", "sillita" a "silla". */
function isDiminutive(word: string, known: string): boolean {
  const base = DIMINUTIVE.exec(word)?.[1];
  return base !== undefined && (known === base || known.slice(0, -1) === base);
}

/** How alike two words are, 0..1: equal sound .95, few edits for their length .85 down, else 0. */
export function likeness(word: string, known: string): number {
  if (word === known) return 1;
  if (isDiminutive(word, known)) return 0.93;
  if (word.length < 4 || known.length < 4 || /\d/.test(word) || /\d/.test(known)) return 0;
  if (Math.abs(word.length - known.length) > 3 && !known.startsWith(word)) return 0;
  const heard = soundOf(word);
  const spoken = soundOf(known);
  if (heard === spoken) return 0.95;
  if (known.startsWith(word) && word.length >= 5) return 0.85;
  if (word.length < 5 || known.length < 5) return 0;
  const limit = Math.min(word.length, known.length) >= 7 ? 2 : 1;
  const edits = Math.min(editDistance(word, known, limit), editDistance(heard, spoken, limit));
  if (edits > limit) return 0;
  if (limit === 1 && word[0] !== known[0] && heard[0] !== spoken[0]) return word.length >= 6 ? 0.7 : 0;
  return edits === 1 ? 0.85 : 0.72;
}

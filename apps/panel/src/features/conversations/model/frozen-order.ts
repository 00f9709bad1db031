import type { Conversation } from './conversation';

export interface ShownRows {
  rows: Conversation[];
  /** How many rows would come, go or change place, or spoke and so move others. */
  updates: number;
}

/** Length of the longest run of numbers that grows, in any positions: what need not move. */
function longestGrowing(numbers: readonly number[]): number {
  const tails: number[] = [];
  for (const number of numbers) {
    const place = tails.findIndex((tail) => tail >= number);
    if (place === -1) tails.push(number);
    else tails[place] = number;
  }
  return tails.length;
}

/**
 * The rows to draw while the pointer or the keyboard is in the list: each where it stood, with its latest contents.
 * `order` is how they stood on entering (null: nobody is in the list). Pages loaded meanwhile are added at the end.
 */
export function frozenRows(live: readonly Conversation[], order: readonly Conversation[] | null): ShownRows {
  if (!order) return { rows: [...live], updates: 0 };
  const latest = new Map(live.map((row) => [row.id, row]));
  const place = new Map(live.map((row, index) => [row.id, index]));
  const stood = new Set(order.map((row) => row.id));

  let end = live.length;
  while (end > 0 && !stood.has(live[end - 1]?.id ?? '')) end -= 1;
  const added = live.slice(Math.max(end, order.length === 0 ? 0 : end));
  const came = live.slice(0, end).filter((row) => !stood.has(row.id)).length;
  const places = order.flatMap((row) => place.get(row.id) ?? []);
  const gone = order.length - places.length;
  const moved = places.length - longestGrowing(places);
  const spoke = order.filter((row) => (latest.get(row.id) ?? row).lastActivityAt !== row.lastActivityAt).length;

  return {
    rows: [...order.map((row) => latest.get(row.id) ?? row), ...added],
    // Three that speak at once may leave only one out of place, but three have news.
    updates: came + gone + (moved === 0 ? 0 : Math.max(moved, spoke)),
  };
}

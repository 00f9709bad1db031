type Plain = Record<string, unknown>;

const prototypeOf = (value: unknown): unknown => Object.getPrototypeOf(value);

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' &&
  value !== null &&
  prototypeOf(value) !== null &&
  prototypeOf(prototypeOf(value)) === null;

const isIdentified = (items: readonly unknown[]): items is readonly { id: string }[] =>
  items.every((item) => isPlain(item) && typeof item['id'] === 'string');

/** Gives each item of a list its former self. */
function formerIn(before: readonly unknown[], after: readonly unknown[]): (item: unknown, place: number) => unknown {
  if (!isIdentified(before) || !isIdentified(after)) return (_item, place) => before[place];
  const known = new Map(before.map((item) => [item.id, item]));
  return (item) => known.get((item as { id: string }).id);
}

function sharedList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const former = formerIn(before, after);
  const items = after.map((item, place) => sharedById(former(item, place), item));
  if (items.length === before.length && items.every((item, place) => item === before[place])) return before;
  return items.every((item, place) => item === after[place]) ? after : items;
}

function sharedObject(before: Plain, after: Plain): Plain {
  const names = Object.keys(after);
  const values = Object.fromEntries(names.map((name) => [name, sharedById(before[name], after[name])]));
  const sameNames = names.length === Object.keys(before).length && names.every((name) => name in before);
  if (sameNames && names.every((name) => values[name] === before[name])) return before;
  return names.every((name) => values[name] === after[name]) ? after : values;
}

/**
 * What is known now, with each part that says the same as before still the very object it was, so that nothing is drawn
 * anew for it. Items of a list are told by their `id`: by their place, as the query library tells them, one new message
 * at the head of a thread makes all the others new.
 */
export function sharedById(before: unknown, after: unknown): unknown {
  if (before === after) return after;
  if (Array.isArray(before) && Array.isArray(after)) return sharedList(before, after);
  if (isPlain(before) && isPlain(after)) return sharedObject(before, after);
  return after;
}

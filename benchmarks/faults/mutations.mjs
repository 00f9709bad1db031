const replacements = [
  null,
  '',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [[]],
  'x'.repeat(5000),
  '\u0000',
  '\ud800',
  '9'.repeat(30),
  { toString: 1 },
  ['a', null],
  '__proto__',
];

/** A body with one to three of its members replaced, taken away or doubled. @param {object} body @param {() => number} random 0 to 1 */
export function mutated(body, random) {
  const copy = structuredClone(body);
  const times = 1 + Math.floor(random() * 3);
  for (let time = 0; time < times; time += 1) mutate(copy, random);
  return copy;
}

function mutate(root, random) {
  const places = [];
  collect(root, places);
  if (places.length === 0) return;
  const { holder, key } = places[Math.floor(random() * places.length)];
  const choice = random();
  if (choice < 0.15) delete holder[key];
  else if (choice < 0.3 && Array.isArray(holder)) holder.push(structuredClone(holder[key]));
  else holder[key] = structuredClone(replacements[Math.floor(random() * replacements.length)]);
}

function collect(node, places) {
  if (typeof node !== 'object' || node === null) return;
  for (const key of Object.keys(node)) {
    places.push({ holder: node, key });
    collect(node[key], places);
  }
}

/** Numbers that can be had again from their seed. */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

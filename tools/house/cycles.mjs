/**
 * The import cycles: strongly connected groups of more than one file (Tarjan, without recursion).
 * @param {import('./imports.mjs').Import[]} imports
 * @returns {string[][]} each sorted
 */
export function cyclesIn(imports) {
  const targets = new Map();
  for (const { from, to } of imports) {
    targets.set(from, [...(targets.get(from) ?? []), to]);
    if (!targets.has(to)) targets.set(to, []);
  }
  const number = new Map();
  const low = new Map();
  const stack = [];
  const onStack = new Set();
  const groups = [];

  const enter = (node) => {
    number.set(node, number.size);
    low.set(node, number.get(node));
    stack.push(node);
    onStack.add(node);
    return { node, next: 0 };
  };
  const leave = (node) => {
    if (low.get(node) !== number.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    for (const member of group) onStack.delete(member);
    if (group.length > 1) groups.push(group.sort());
  };

  for (const start of targets.keys()) {
    if (number.has(start)) continue;
    const walk = [enter(start)];
    while (walk.length > 0) {
      const frame = walk.at(-1);
      const target = targets.get(frame.node)[frame.next];
      frame.next += 1;
      if (target === undefined) {
        walk.pop();
        leave(frame.node);
        const parent = walk.at(-1)?.node;
        if (parent !== undefined) low.set(parent, Math.min(low.get(parent), low.get(frame.node)));
      } else if (!number.has(target)) walk.push(enter(target));
      else if (onStack.has(target)) low.set(frame.node, Math.min(low.get(frame.node), number.get(target)));
    }
  }
  return groups;
}

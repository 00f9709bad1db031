import { createHash } from 'node:crypto';

interface Text {
  token: string;
}

/**
 * A key for a fact that has no identifier of its own: the same JSON gives the same key whatever the order of its properties.
 * Walks with its own stack, because a hostile body may nest deeper than the call stack.
 */
export function factHash(...facts: unknown[]): string {
  const hash = createHash('sha256');
  const stack: (Text | { value: unknown })[] = facts.map((value) => ({ value })).reverse();
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if ('token' in item) hash.update(item.token);
    else expand(item.value, stack, hash);
  }
  return `hash:${hash.digest('hex')}`;
}

function expand(value: unknown, stack: (Text | { value: unknown })[], hash: { update(text: string): unknown }): void {
  if (Array.isArray(value)) {
    hash.update('[');
    stack.push({ token: ']' });
    for (let index = value.length - 1; index >= 0; index -= 1) stack.push({ value: value[index] });
  } else if (typeof value === 'object' && value !== null) {
    hash.update('{');
    stack.push({ token: '}' });
    const entries = Object.entries(value).sort(([left], [right]) => (left < right ? 1 : -1));
    for (const [key, inner] of entries) stack.push({ value: inner }, { token: `${JSON.stringify(key)}:` });
  } else {
    hash.update(`${JSON.stringify(value) ?? 'undefined'},`);
  }
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { factHash } from './fact-hash.js';

/** The same JSON with every object's properties the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

describe('the key of a fact without an id', () => {
  it('does not depend on the order of properties', () => {
    fc.assert(fc.property(fc.jsonValue(), (fact) => expect(factHash(turned(fact))).toBe(factHash(fact))));
  });

  it('is the same for no two facts of different words', () => {
    const words = fc.array(fc.tuple(fc.string(), fc.integer()), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(words, (facts) => {
        const written = new Set(facts.map((fact) => JSON.stringify(fact)));
        expect(new Set(facts.map((fact) => factHash(fact))).size).toBe(written.size);
      }),
    );
  });

  it.each([
    [['a', 'b'], ['ab']],
    [[['a'], 'b'], [['a', 'b']]],
    [[{ a: 1, b: 2 }], [{ a: 1 }, { b: 2 }]],
    [['1'], [1]],
    [[null], ['null']],
    [[[]], [{}]],
    [[undefined], [null]],
    [[true], ['true']],
    [['a,'], ['a']],
  ])('%j is not %j', (one, other) => {
    expect(factHash(...one)).not.toBe(factHash(...other));
  });

  it('is short and plain whatever the fact', () => {
    expect(factHash({ text: 'x'.repeat(100_000) }, '\ud800', '\0')).toMatch(/^hash:[0-9a-f]{64}$/);
  });

  it('reads a fact that is nested deeper than the call stack', () => {
    const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    expect(factHash(deep(100_000))).not.toBe(factHash(deep(100_001)));
  });
});

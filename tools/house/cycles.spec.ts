import { describe, expect, it } from '@jest/globals';
import { cyclesIn } from './cycles.mjs';

const graph = (...edges: string[]) => edges.map((edge) => ({ from: edge.charAt(0), to: edge.charAt(1) }));

describe('cyclesIn', () => {
  it('finds none in a tree or a diamond', () => expect(cyclesIn(graph('ab', 'ac', 'bd', 'cd'))).toEqual([]));

  it('finds two files that import each other', () => expect(cyclesIn(graph('ab', 'ba', 'bc'))).toEqual([['a', 'b']]));

  it('finds a long way round, once', () =>
    expect(cyclesIn(graph('ab', 'bc', 'cd', 'da', 'ac'))).toEqual([['a', 'b', 'c', 'd']]));

  it('keeps two knots apart', () => {
    const found = cyclesIn(graph('ab', 'ba', 'bc', 'cd', 'dc')).sort();
    expect(found).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('bears a very deep chain', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => ({ from: String(index), to: String(index + 1) }));
    expect(cyclesIn([...chain, { from: '20000', to: '0' }])).toHaveLength(1);
  });
});

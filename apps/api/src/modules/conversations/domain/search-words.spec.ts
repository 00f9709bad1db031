import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchWords } from './search-words.js';

describe('searchWords', () => {
  it('keeps words of any script', () => {
    expect(searchWords('¿Cuánto sale el sofá-cama, Ñandú?')).toEqual(['Cuánto', 'sale', 'el', 'sofá', 'cama', 'Ñandú']);
  });

  it('never lets an operator through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        for (const word of searchWords(typed)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });

  it('looks at the first eight words of the first 200 characters', () => {
    expect(searchWords('palabra '.repeat(10_000))).toHaveLength(8);
    expect(searchWords('uno dos tres cuatro cinco seis siete ocho nueve')).toHaveLength(8);
    expect(searchWords(`${'x'.repeat(199)} lejos`)).toEqual(['x'.repeat(199)]);
  });

  it.each(['', '   ', '¿?!', '😡 👍🏽', '& | ! <->', '&|!():*<>'])('finds no word in %j', (typed) => {
    expect(searchWords(typed)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchWords } from './search-words.js';

describe('searchWords', () => {
  it('keeps words of any script', () => {
    expect(searchWords('¿Cuánto sale el sofá-cama, Ñandú?')).toEqual(['Cuánto', 'sale', 'el', 'sofá', 'cama', 'Ñandú']);
  });

  it('never lets an operator through', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      for (const word of searchWords(typed)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
    }));
  });
});

import { describe, expect, it } from '@jest/globals';
import { searchedWords } from './searched-words.js';

describe('searchedWords', () => {
  it('keeps words and figures of any script', () => expect(searchedWords(' ¿Precio del KX-200, niño? ')).toEqual(['Precio', 'del', 'KX', '200', 'niño']));

  it('leaves nothing that a text query reads as an operator', () => {
    expect(searchedWords(`moto & !casco | (a <-> b):* ' \\ ;`)).toEqual(['moto', 'casco', 'a', 'b']);
    expect(searchedWords('&|!():*<>')).toEqual([]);
  });

  it('stays small whatever is pasted', () => {
    expect(searchedWords('palabra '.repeat(10_000))).toHaveLength(8);
    expect(searchedWords('a'.repeat(100_000))[0]).toHaveLength(200);
  });
});

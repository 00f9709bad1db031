import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plain, readSynonyms, searchDocument, searchWords } from './search-words.js';

const synonyms = readSynonyms([
  ['celular', 'teléfono', 'móvil'],
  ['colchón', 'colchão'],
]);

describe('the words of a query', () => {
  it.each([
    ['Quiero el teléfono de 256', ['telefono', '256']],
    ['¿Cuánto cuesta la A34?', ['a34']],
    ['celulares', ['celular']],
    ['sofás', ['sofa']],
    ['colchones', ['colchon']],
    ['el', ['el']],
    ['ip 14 256', ['ip', '14', '256']],
    ['!!! ...', []],
  ])('%s: %j', (query, words) => expect(searchWords(query).map(({ word }) => word)).toEqual(words));

  it('allow mistakes in words only, never in numbers and models', () => {
    expect(searchWords('samsum a34 256 tv')).toEqual([
      { word: 'samsum', mayDiffer: true },
      { word: 'a34', mayDiffer: false },
      { word: '256', mayDiffer: false },
      { word: 'tv', mayDiffer: false },
    ]);
  });

  it('are few, plain and safe inside a pattern, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (query) => {
        const words = searchWords(query);
        expect(words.length).toBeLessThanOrEqual(12);
        for (const { word } of words) expect(word).toMatch(/^[\p{L}\p{N}]{1,40}$/u);
      }),
    );
  });
});

describe('the document of an item', () => {
  it('holds synonyms of its words, also of plurals, and numbers apart from letters', () => {
    const document = searchDocument(['Celulares Galaxy A34', '128GB', 'iPhone S 24'], synonyms);
    for (const word of ['celulares', 'telefono', 'movil', 'a34', '34', '128gb', '128', 'gb', 's24'])
      expect(document).toContain(` ${word} `);
    expect(document).not.toContain('colchao');
  });

  it('is already plain', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const document = searchDocument(texts, synonyms);
        expect(plain(document)).toBe(document.trim());
      }),
    );
  });
});

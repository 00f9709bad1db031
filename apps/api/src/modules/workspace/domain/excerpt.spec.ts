import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchWords } from '../../conversations/index.js';
import { excerptOf } from './excerpt.js';

const shown = (text: string, typed: string, longest = 160) => {
  const { extract, hit } = excerptOf(text, searchWords(typed), longest);
  return { extract, found: hit && extract.slice(hit.start, hit.start + hit.length) };
};

describe('what is shown of a message that was found', () => {
  it.each([
    ['Quiero la moto eléctrica', 'ELECTR', 'eléctr'],
    ['Quiero la moto eléctrica', 'moto quiero', 'Quiero'],
    ['El remoto y la moto', 'moto', 'moto'],
    ['¿Cuánto cuesta?', 'cuanto', 'Cuánto'],
    ['cuánto cuesta', 'cuanto', 'cuánto'],
    ['🙂 casco', 'casco', 'casco'],
    ['Straße', 'strasse', null],
    ['nada de eso', 'moto', null],
  ])('%j for %j points at %j', (text, typed, found) => expect(shown(text, typed)).toEqual({ extract: text, found }));

  it('is the beginning of a long one, or what stands around a hit further on', () => {
    expect(shown(`moto ${'x'.repeat(300)}`, 'moto', 20)).toEqual({ extract: `moto ${'x'.repeat(14)}…`, found: 'moto' });
    expect(shown(`${'y '.repeat(50)}la moto azul ${'x'.repeat(50)}`, 'moto', 20)).toEqual({
      extract: '… y la moto azul xx…',
      found: 'moto',
    });
    expect(shown(`${'y '.repeat(50)}la moto`, 'moto', 20)).toEqual({ extract: '…y y y y y y la moto', found: 'moto' });
  });

  it('is never longer than asked, nor half a letter, and points inside itself', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
        fc.integer({ min: 12, max: 60 }),
        (text, typed, longest) => {
          const { extract, hit } = excerptOf(text, searchWords(typed), longest);
          expect(extract.length).toBeLessThanOrEqual(longest);
          if (/^(?:[^\uD800-\uDFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])*$/.test(text))
            expect(extract).toMatch(/^(?:[^\uD800-\uDFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])*$/);
          if (hit === null) return;
          expect(hit.start).toBeGreaterThanOrEqual(0);
          expect(hit.start + hit.length).toBeLessThanOrEqual(extract.length);
        },
      ),
    ));
});

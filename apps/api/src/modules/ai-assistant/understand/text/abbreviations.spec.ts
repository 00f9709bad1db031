import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readMessage } from '../read-message.js';
import { ABBREVIATIONS } from './abbreviations.js';
import { cleanText, foldText, MAX_READ } from './clean-text.js';
import { numberOfWord } from './number-words.js';

const norms = (text: string): string =>
  readMessage(text)
    .tokens.map((token) => token.norm)
    .join(' ');

describe('what people type in a hurry', () => {
  it.each([
    ['xq no contestan', 'porque no contestan'],
    ['cto sale x unidad', 'cuanto sale por unidad'],
    ['kiero 1 tmb', 'quiero 1 tambien'],
    ['grax x todo', 'gracias por todo'],
    ['toy interesada', 'estoy interesada'],
    ['vc tem hj?', 'voce tem hoje'],
    ['vlw obg', 'valeu obrigado'],
    ['r u open', 'are you open'],
    ['pls ty', 'please thanks'],
    ['HOLAAAA', 'hola'],
    ['graciaaaasss', 'gracias'],
    ['precioooo???', 'precio'],
    ['info pls', 'informacion please'],
    ['nesecito 2 d esos', 'necesito 2 de esos'],
  ])('"%s" reads "%s"', (typed, read) => {
    expect(norms(typed)).toBe(read);
  });

  it('is written out in one word, folded, and never again', () => {
    for (const [short, long] of ABBREVIATIONS) {
      expect(long).toMatch(/^[a-z]+$/);
      expect(short).toBe(short.toLowerCase());
      expect(ABBREVIATIONS.get(long) ?? long).toBe(long);
    }
  });
});

describe('number words', () => {
  it.each([
    ['tres', 3],
    ['veinte', 20],
    ['cien', 100],
    ['dois', 2],
    ['trinta', 30],
    ['seven', 7],
    ['twelve', 12],
    ['un', null],
    ['uno', null],
    ['uma', null],
    ['one', null],
    ['docena', null],
    ['constructor', null],
    ['__proto__', null],
    ['', null],
  ])('%s is %j', (word, value) => {
    expect(numberOfWord(word)).toBe(value);
  });

  it('takes the English "at once" for no eleven', () => {
    expect(readMessage('two people at once').tokens.map((token) => token.number)).toEqual([2, null, null, null]);
    expect(readMessage('quiero once').tokens.at(-1)?.number).toBe(11);
  });
});

describe('any text', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());

  it('keeps its positions when folded', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const clean = cleanText(raw);
        expect(foldText(clean)).toHaveLength(clean.length);
        expect(clean.length).toBeLessThanOrEqual(MAX_READ);
      }),
    );
  });

  it('has tokens in order that do not overlap, each the text that it points at', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const { clean, tokens } = readMessage(raw);
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(clean.slice(token.start, token.end)).toBe(token.text);
          expect(token.norm).toMatch(/^[a-z\d.,]+$/);
          end = token.end;
        }
      }),
    );
  });

  it('reads the same whatever invisible characters are strewn into it', () => {
    const invisible = fc.constantFrom('\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202e');
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,40}$/), invisible, (plain, between) => {
        expect(norms([...plain].join(between))).toBe(norms(plain));
      }),
    );
  });

  it('reads the same in capitals, with accents apart, and in full-width letters', () => {
    const wide = (plain: string): string =>
      [...plain].map((char) => (char === ' ' ? ' ' : String.fromCodePoint(char.charCodeAt(0) + 0xfee0))).join('');
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,40}$/), (plain) => {
        expect(norms(plain.toUpperCase())).toBe(norms(plain));
        expect(norms(wide(plain))).toBe(norms(plain));
      }),
    );
    expect(norms('cu\u0061\u0301nto')).toBe('cuanto');
  });
});

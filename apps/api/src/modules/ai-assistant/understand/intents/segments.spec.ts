import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { MaskedWord } from '../mask/mask-message.js';
import { readMessage } from '../read-message.js';
import { onlyGreets, segments, withoutGreeting } from './segments.js';

const words = (text: string): MaskedWord[] =>
  readMessage(text).tokens.map(({ norm, breakBefore }, at) => ({ word: norm, at, breakBefore }));
const said = (parts: readonly MaskedWord[]): string => parts.map(({ word }) => word).join(' ');

describe('onlyGreets', () => {
  it.each(['hola', 'buenas tardes', 'hola buen dia como andan', 'oi tudo bem', 'hello there', 'buenos dias estimados'])(
    '"%s" does',
    (text) => {
      expect(onlyGreets(words(text))).toBe(true);
    },
  );
  it.each([
    'hola precio',
    'tarde',
    'que tal el a15',
    'gracias',
    'como estas de precio',
    '',
    `hola${' hola'.repeat(12)}`,
  ])('"%s" does not', (text) => {
    expect(onlyGreets(words(text))).toBe(false);
  });
});

describe('withoutGreeting', () => {
  it.each([
    ['hola buenas tardes cuanto sale', 'cuanto sale'],
    ['buenas, que precio tiene', 'que precio tiene'],
    ['hola como pago', 'como pago'],
    ['oi bom dia quero a cadeira', 'quero a cadeira'],
    ['hi there is it open', 'is it open'],
    ['hola', 'hola'],
    ['hola esta disponible', 'esta disponible'],
    ['precio hola', 'precio hola'],
    ['', ''],
  ])('"%s" leaves "%s"', (text, rest) => {
    expect(said(withoutGreeting(words(text)))).toBe(rest);
  });
});

describe('segments', () => {
  it.each([
    ['precio del sofa, hacen envios?', ['precio del sofa', 'hacen envios']],
    ['cuanto sale y donde estan ubicados', ['cuanto sale', 'donde estan ubicados']],
    ['hay stock\nquiero dos\ngracias', ['hay stock', 'quiero dos gracias']],
    ['mesa y silla', ['mesa y silla']],
    ['lindo, pero llego roto ayer', ['lindo', 'pero llego roto ayer']],
    ['how much is it and do you deliver', ['how much is it', 'do you deliver']],
    ['y', ['y']],
    ['', []],
  ])('"%s" splits into %j', (text, parts) => {
    expect(segments(words(text)).map(said)).toEqual(parts);
  });

  it('are at most twelve and hold every word but the joining ones, in order', () => {
    const some = fc.array(fc.constantFrom('precio', 'y', 'hola', ',', 'stock', 'pero', '.', 'quiero', 'tambien', '2'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(some, (list) => {
        const all = words(list.join(' '));
        const parts = segments(all);
        const places = parts.flat().map(({ at }) => at);
        expect(parts.length).toBeLessThanOrEqual(12);
        expect(parts.every((part) => part.length > 0)).toBe(true);
        expect(places).toEqual([...places].sort((one, other) => one - other));
        if (parts.length < 12) {
          const left = all.filter(({ at }) => !places.includes(at)).map(({ word }) => word);
          expect(left.every((word) => ['y', 'pero', 'tambien'].includes(word))).toBe(true);
        }
      }),
    );
  });

  it('leave their input as it was', () => {
    const all = words('hola, precio\ngracias');
    const before = structuredClone(all);
    segments(all);
    expect(all).toEqual(before);
  });
});

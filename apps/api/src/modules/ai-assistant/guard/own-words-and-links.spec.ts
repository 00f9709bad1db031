import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Grounds } from '../ground/grounds.js';
import { SHOPS } from '../testing/understand-in.js';
import { guardReply } from './guard-reply.js';
import { foreignLinks, withoutOwnLinks } from './links.js';
import { withoutOwnWords } from './own-words.js';

const { shop, items } = SHOPS.mue;
const GROUNDS: Grounds = {
  items: items.filter(({ sku }) => sku === 'RO-4P-BLA'),
  shop: {
    ...shop,
    shipping: 'Gratis desde $ 500 en Guayaquil',
    website: 'https://casanogal.ec',
    faq: [{ id: '1', question: '¿Descuentos?', answer: '10% de descuento pagando en efectivo' }],
  },
  totals: [],
  quantities: [],
  customerTexts: [],
  soldOut: items.filter(({ stock }) => stock === 0),
};
const rules = (draft: string): string[] => guardReply(draft, GROUNDS).map(({ rule }) => rule);

describe('the words of the shop itself', () => {
  it('may be said, with the sums, gifts and shares that they hold', () => {
    expect(rules('Envíos: Gratis desde $ 500 en Guayaquil.')).toEqual([]);
    expect(rules('10% de descuento pagando en efectivo.')).toEqual([]);
  });

  it('excuse nothing that is said beside them', () => {
    expect(rules('Gratis desde $ 500 en Guayaquil, y para vos gratis siempre')).toContain('discount');
    expect(rules('Gratis desde $ 400 en Guayaquil')).toContain('money');
    expect(rules('20% de descuento pagando en efectivo')).toContain('discount');
  });

  it('are taken out whole, whatever their case and accents', () => {
    expect(withoutOwnWords('ROPERO 4 PUERTAS BLANCO a la venta', GROUNDS).trim()).toBe(';  a la venta');
    expect(withoutOwnWords('roperos 4 puertas blancos', GROUNDS)).toBe('roperos 4 puertas blancos');
  });

  it('leave every figure of a draft that holds none of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (figure) => {
        expect(withoutOwnWords(`sale ${figure} pesos`, GROUNDS)).toBe(`sale ${figure} pesos`);
      }),
    );
  });
});

describe('links', () => {
  it('of the shop are taken out with their figures', () => {
    expect(withoutOwnLinks('mirá https://casanogal.ec/p/123?x=45 y decime', GROUNDS)).toBe('mirá   y decime');
    expect(rules('Mirá https://casanogal.ec/p/98765')).toEqual([]);
  });

  it.each(['https://otra.ec/a', 'casanogal.ec.otra.io', 'www.casanogal.com', 'HTTP://EVIL.COM', 'a.me'])(
    'of others are found: %s',
    (link) => {
      expect(foreignLinks(`ver ${link}`, GROUNDS)).toMatchObject([{ rule: 'link' }]);
    },
  );

  it.each(['a las 9.30', 'S.A.', 'etc...', '1.250.000', 'hola.chau', 'fin.Otra frase'])('are not in "%s"', (text) => {
    expect(foreignLinks(text, GROUNDS)).toEqual([]);
  });
});

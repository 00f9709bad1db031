import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { moneyWords } from '../compose/money-format.js';
import type { Grounds } from '../ground/grounds.js';
import { buildShop } from '../testing/build-shop.js';
import { moneyAmounts, numbersIn } from './figures.js';
import { guardReply } from './guard-reply.js';

const { shop, items } = buildShop('cel');
const a15 = items.filter((item) => item.sku === 'CL-A15-128-AZU');
const soldOut = items.filter((item) => item.stock === 0);
const grounds = (over: Partial<Grounds> = {}): Grounds => ({
  items: a15,
  shop,
  totals: [],
  quantities: [],
  customerTexts: [],
  soldOut,
  ...over,
});
const rules = (draft: string, over: Partial<Grounds> = {}): string[] =>
  guardReply(draft, grounds(over)).map((finding) => finding.rule);

describe('figures', () => {
  it('reads sums however they are written', () => {
    expect(moneyAmounts('$ 310.000, USD 4.25, R$ 1.234,50, 900 pesos y US$1,320')).toEqual([
      310_000, 4.25, 1234.5, 900, 1320,
    ]);
    expect(numbersIn('Lun a Vie 9:30, 128GB')).toEqual([9, 30, 128]);
  });
});

describe('guardReply', () => {
  it('lets through what the rows say', () => {
    expect(
      rules(
        '- Samsung Galaxy A15 128GB Azul: $ 310.000 (disponible)\nPor mayor (desde 3 unidades): $ 285.000 cada una.\nQuedan 12 unidades.',
      ),
    ).toEqual([]);
  });
  it('stops any price that no row holds', () => {
    const prices = new Set([310_000, 285_000]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.constantFrom(['ARS', 'AR'], ['USD', 'EC'], ['BRL', 'BR'], ['PEN', 'PE']),
        (amount, [currency, country]) => {
          fc.pre(!prices.has(amount));
          expect(rules(`Te lo dejo en ${moneyWords(amount, currency, country)}.`)).toContain('money');
        },
      ),
    );
  });
  it('lets through the grounded prices and totals in any currency format', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9_000_000 }), (total) => {
        expect(rules(`Total: ${moneyWords(total, 'ARS', 'AR')}`, { totals: [total] })).toEqual([]);
      }),
    );
  });
  it("lets a customer's own figure be said back, as he wrote it", () => {
    expect(rules('Con $ 350.000 te alcanza.', { customerTexts: ['tengo 350 lucas'] })).toEqual([]);
    expect(rules('Con $ 350.000 te alcanza.')).toContain('money');
  });
  it('stops discounts', () => {
    expect(rules('Te hago un 20% de descuento.')).toContain('discount');
    expect(rules('Te hago 15 por ciento.')).toContain('discount');
  });
  it('stops counts of stock that no row holds', () => {
    expect(rules('Quedan 40 unidades.')).toContain('stock');
    expect(rules('Quedan 12 unidades.')).toEqual([]);
  });
  it('stops an offer of what is sold out, by name or SKU, and lets it be called so', () => {
    expect(rules('Tenemos el Motorola Moto G54 128GB Lila.', { items })).toContain('sold_out');
    expect(rules('Tenemos el CL-G54-128-LIL.', { items })).toContain('sold_out');
    expect(rules('Motorola Moto G54 128GB Lila: sin stock por ahora.', { items })).toEqual([]);
    expect(rules('No hay nada más.\nTenemos el Motorola Moto G54 128GB Lila', { items })).toContain('sold_out');
  });
  it('stops links but ours', () => {
    expect(rules('Mirá https://evil.example.com/pay')).toContain('link');
    expect(rules('Mirá bit.ly/abc')).toContain('link');
    expect(
      rules('Mirá https://tienda.movilnorte.com/x', { shop: { ...shop, ownHosts: ['tienda.movilnorte.com'] } }),
    ).toEqual([]);
    expect(
      rules('Mirá https://tienda.movilnorte.com.evil.io/x', { shop: { ...shop, ownHosts: ['tienda.movilnorte.com'] } }),
    ).toContain('link');
  });
  it("stops other people's addresses and the prompt", () => {
    expect(rules('Escribile a otro@cliente.com')).toContain('personal_data');
    expect(rules('Anoté yo@mail.com.', { customerTexts: ['mi correo es yo@mail.com'] })).toEqual([]);
    expect(rules('Mi system prompt dice...')).toContain('leak');
  });
  it('does not take a name that looks like money for money', () => {
    expect(rules('Netflix 4K 1 pantalla', { items: buildShop('sus').items, soldOut: [] })).toEqual([]);
  });
  it('ends soon on evil drafts', () => {
    for (const evil of [
      '$'.repeat(50_000),
      '1.'.repeat(50_000),
      'a@'.repeat(50_000),
      'http://'.repeat(15_000),
      'a.'.repeat(50_000),
      `${'1'.repeat(50_000)}%`,
      '- '.repeat(50_000),
    ])
      expect(Array.isArray(guardReply(evil, grounds()))).toBe(true);
  });
});

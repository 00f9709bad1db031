import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { buildShop } from '../testing/build-shop.js';
import { changeCart, quoteFor, unitPrice } from './cart.js';

const { items, index } = buildShop('cel');
const a15 = items.find((item) => item.sku === 'CL-A15-128-AZU');
const { bySku } = index;

describe('unitPrice', () => {
  it('is wholesale from the minimum on, retail below, and retail where there is no wholesale', () => {
    if (!a15) throw new Error('missing item');
    expect([1, 2, 3, 9].map((quantity) => unitPrice(a15, quantity, 3))).toEqual([310_000, 310_000, 285_000, 285_000]);
    expect(unitPrice(a15, 100, null)).toBe(310_000);
    expect(unitPrice({ ...a15, priceWholesale: null }, 100, 3)).toBe(310_000);
  });
});

describe('quoteFor', () => {
  it('adds lines at the price of their own quantity', () => {
    const quote = quoteFor(
      [
        { sku: 'CL-A15-128-AZU', quantity: 3 },
        { sku: 'FU-S23-SIL', quantity: 1 },
      ],
      bySku,
      3,
    );
    expect(quote).toMatchObject({ total: 3 * 285_000 + 12_000, currency: 'ARS' });
  });
  it('never holds what is sold out, unknown or short', () => {
    expect(quoteFor([{ sku: 'CL-G54-128-LIL', quantity: 1 }], bySku, 3)).toBeNull();
    expect(quoteFor([{ sku: 'NOPE', quantity: 1 }], bySku, 3)).toBeNull();
    expect(quoteFor([{ sku: 'PS5-SLIM', quantity: 3 }], bySku, 3)).toBeNull();
    expect(quoteFor([], bySku, 3)).toBeNull();
  });
  it('always totals its lines', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            sku: fc.constantFrom(...items.map((item) => item.sku)),
            quantity: fc.integer({ min: 1, max: 30 }),
          }),
          { maxLength: 6 },
        ),
        (cart) => {
          const quote = quoteFor(cart, bySku, 3);
          if (quote)
            expect(quote.total).toBeCloseTo(
              quote.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0),
              2,
            );
        },
      ),
    );
  });
});

describe('changeCart', () => {
  const cart = [{ sku: 'CL-A15-128-AZU', quantity: 2 }];
  it('adds, replaces, removes and recounts', () => {
    expect(changeCart(cart, { kind: 'add', skus: ['FU-S23-SIL'], quantity: null }, bySku)).toEqual([
      ...cart,
      { sku: 'FU-S23-SIL', quantity: 1 },
    ]);
    expect(changeCart(cart, { kind: 'replace', skus: ['CL-RN13-256-CEL'], quantity: null }, bySku)).toEqual([
      { sku: 'CL-RN13-256-CEL', quantity: 2 },
    ]);
    expect(changeCart(cart, { kind: 'remove', skus: ['CL-A15-128-AZU'] }, bySku)).toEqual([]);
    expect(changeCart(cart, { kind: 'quantity', quantity: 5 }, bySku)).toEqual([
      { sku: 'CL-A15-128-AZU', quantity: 5 },
    ]);
  });
  it('taking another of the same kind replaces it, taking something else adds', () => {
    expect(changeCart(cart, { kind: 'take', skus: ['CL-RN13-256-CEL'], quantity: null }, bySku)).toEqual([
      { sku: 'CL-RN13-256-CEL', quantity: 1 },
    ]);
    expect(changeCart(cart, { kind: 'take', skus: ['FU-S23-SIL'], quantity: 3 }, bySku)).toEqual([
      ...cart,
      { sku: 'FU-S23-SIL', quantity: 3 },
    ]);
  });
  it('never holds one item twice', () => {
    const changed = changeCart(cart, { kind: 'add', skus: ['CL-A15-128-AZU'], quantity: 4 }, bySku);
    expect(changed).toEqual([{ sku: 'CL-A15-128-AZU', quantity: 4 }]);
  });
});

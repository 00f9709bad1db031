import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inStock, normalSku } from './item.js';

describe('stock', () => {
  it.each([
    [null, true],
    [0, false],
    [1, true],
    [1_000_000_000, true],
  ])('of %s can be sold: %s', (stock, sold) => expect(inStock({ stock })).toBe(sold));
});

describe('a SKU', () => {
  it.each([
    [' mue-sof3-gri ', 'MUE-SOF3-GRI'],
    ['a.b_c', 'A.B_C'],
    ['ñ1', 'Ñ1'],
    ['', ''],
  ])('%j is %j', (typed, sku) => expect(normalSku(typed)).toBe(sku));

  it('is the same however its letters are written, and stays what it became', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/), (typed) => {
        expect(normalSku(typed.toLowerCase())).toBe(normalSku(typed.toUpperCase()));
        expect(normalSku(normalSku(typed))).toBe(normalSku(typed));
      }),
    );
  });
});

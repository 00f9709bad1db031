import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { isAvailable } from '../ground/catalogue-item.js';
import { anyShop } from '../testing/shop-arbitrary.js';
import { SHOPS } from '../testing/understand-in.js';
import { alternativesTo } from './alternatives.js';

const skus = (shop: keyof typeof SHOPS, sku: string, limit?: number): string[] =>
  alternativesTo(SHOPS[shop].index, sku, limit).map((item) => item.sku);

describe('alternativesTo', () => {
  it('offers first what is most alike', () => {
    expect(skus('cel', 'CL-IP13-256-NEG')[0]).toBe('CL-IP13-128-BLA');
    expect(skus('mue', 'CA-KIN-CAO')[0]).toBe('CA-QUE-CAO');
    expect(skus('mue', 'SF-CUE-2-GRI')[0]).toBe('SF-CUE-3-GRI');
    expect(skus('cel', 'TV-PHI-32')).toEqual(['TV-TCL-55']);
  });

  it('offers nothing for what the shop has not, or has nothing like', () => {
    expect(skus('cel', 'NOPE')).toEqual([]);
    expect(skus('cel', 'NB-LEN-I5')).toEqual([]);
  });

  it('offers so many at most', () => {
    expect(skus('cel', 'CL-G54-128-LIL', 1)).toHaveLength(1);
    expect(skus('cel', 'CL-G54-128-LIL', 0)).toEqual([]);
  });

  it('offers only what can be had, of the same kind, and never the thing itself', () => {
    fc.assert(
      fc.property(anyShop, fc.nat(), ({ index, items }, at) => {
        const wanted = items[at % items.length];
        for (const item of alternativesTo(index, wanted?.sku ?? '')) {
          expect(isAvailable(item)).toBe(true);
          expect(item.sku).not.toBe(wanted?.sku);
          expect(item.category).toBe(wanted?.category);
        }
      }),
    );
  });
});

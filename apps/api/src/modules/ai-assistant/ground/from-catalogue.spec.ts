import { describe, expect, it } from '@jest/globals';
import type { Item } from '../../catalogue/index.js';
import { catalogueItemOf } from './from-catalogue.js';

const item = (over: Partial<Item>): Item => ({
  id: 'a',
  kind: 'product',
  sku: 'X-1',
  name: 'Mesa',
  brand: null,
  category: 'mesas',
  attributes: { color: 'roble' },
  description: '',
  priceRetail: { amount: 129_950, currency: 'USD' },
  priceWholesale: null,
  stock: 3,
  images: [],
  url: null,
  status: 'active',
  version: 4,
  ...over,
});

describe('catalogueItemOf', () => {
  it('gives prices in major units, whatever digits the currency has', () => {
    expect(catalogueItemOf(item({}))).toMatchObject({
      priceRetail: 1299.5,
      priceWholesale: null,
      currency: 'USD',
      stock: 3,
      version: 4,
    });
    expect(
      catalogueItemOf(
        item({ priceRetail: { amount: 45_000, currency: 'CLP' }, priceWholesale: { amount: 40_000, currency: 'CLP' } }),
      ),
    ).toMatchObject({ priceRetail: 45_000, priceWholesale: 40_000 });
    expect(catalogueItemOf(item({ priceRetail: { amount: 12_345, currency: 'KWD' } })).priceRetail).toBe(12.345);
  });

  it('knows no category where none is named', () => {
    expect(catalogueItemOf(item({ category: '' })).category).toBeNull();
  });
});

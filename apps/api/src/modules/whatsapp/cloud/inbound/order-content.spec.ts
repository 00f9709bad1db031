import { describe, expect, it } from '@jest/globals';
import { orderContent } from './order-content.js';

describe('a cart', () => {
  it('quotes what the customer chose', () => {
    const product_items = [
      { product_retailer_id: 'SKU-1', quantity: 2, item_price: 9.5, currency: 'USD' },
      { product_retailer_id: 7, quantity: '3', item_price: '12.25', currency: 'USD' },
    ];
    expect(orderContent({ catalog_id: '354', text: 'Para hoy', product_items })).toEqual({
      type: 'order',
      catalogId: '354',
      text: 'Para hoy',
      items: [
        { retailerId: 'SKU-1', quantity: 2, itemPrice: 9.5, currency: 'USD' },
        { retailerId: '7', quantity: 3, itemPrice: 12.25, currency: 'USD' },
      ],
    });
  });

  it.each([
    ['no price', {}, { quantity: 0, itemPrice: 0, currency: '' }],
    ['words for numbers', { quantity: 'two', item_price: ' ' }, { quantity: 0, itemPrice: 0 }],
    ['endless numbers', { quantity: Infinity, item_price: '1e400' }, { quantity: 0, itemPrice: 0 }],
    ['a currency longer than a code', { currency: 'DOLLARS' }, { currency: 'DOL' }],
    ['objects', { quantity: {}, item_price: [], currency: {} }, { quantity: 0, itemPrice: 0, currency: '' }],
  ])('with %s is still shown', (_name, over, expected) => {
    const content = orderContent({ product_items: [{ product_retailer_id: 'SKU-1', ...over }] });
    expect(content).toMatchObject({ catalogId: '', items: [{ retailerId: 'SKU-1', ...expected }] });
  });

  it('leaves out what names no product, and ends somewhere', () => {
    expect(
      orderContent({ product_items: [null, {}, 'x', { product_retailer_id: '' }, { product_retailer_id: 'SKU-1' }] }),
    ).toHaveProperty('items.length', 1);
    const many = Array.from({ length: 900 }, (_, index) => ({ product_retailer_id: `SKU-${index}` }));
    expect(orderContent({ product_items: many })).toHaveProperty('items.length', 500);
    expect(orderContent({ product_items: 'x', text: '' })).toEqual({ type: 'order', catalogId: '', items: [] });
    expect(orderContent(undefined)).toBeUndefined();
  });
});

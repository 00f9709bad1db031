import { describe, expect, it } from '@jest/globals';
import { anItem } from '../testing/an-item';
import { EMPTY_ITEM, changeOf, fieldsOf, readAttributes, readItem, type ItemFields } from './item-form';

const item = anItem({
  brand: 'Cumbres',
  attributes: { color: 'Beige', plazas: 3, lavable: true, tela: null },
  images: ['https://a/1.jpg'],
  priceWholesale: { amount: 39_950, currency: 'USD' },
});
const bodyOf = (fields: ItemFields) => {
  const reading = readItem(fields, 'USD', item);
  if (!reading.ok) throw new Error('refused');
  return reading.body;
};

describe('an item in the form', () => {
  it('comes back as it went in', () => {
    const { id: _id, status: _status, version: _version, photos: _photos, ...plain } = item;
    expect(bodyOf(fieldsOf(item))).toEqual(plain);
  });

  it('asks only for what was changed', () => {
    const typed = { ...fieldsOf(item), stock: '12', priceWholesale: '' };
    expect(changeOf(bodyOf(fieldsOf(item)), bodyOf(typed))).toEqual({ stock: 12, priceWholesale: null });
    expect(changeOf(bodyOf(fieldsOf(item)), bodyOf(fieldsOf(item)))).toEqual({});
  });

  it('names everything that is missing', () => {
    expect(readItem(EMPTY_ITEM, 'USD')).toEqual({
      ok: false,
      missing: ['sku', 'name', 'category', 'priceRetail'],
      wrong: [],
    });
  });

  it('names everything that is wrong', () => {
    const typed = { ...fieldsOf(item), priceRetail: 'caro', priceWholesale: '-1', stock: '1.5', attributes: 'rojo' };
    expect(readItem(typed, 'USD')).toEqual({
      ok: false,
      missing: [],
      wrong: ['priceRetail', 'priceWholesale', 'stock', 'attributes'],
    });
  });

  it('has no stock to count where the field is empty, and none where it says 0', () => {
    expect(bodyOf({ ...fieldsOf(item), stock: '' }).stock).toBeNull();
    expect(bodyOf({ ...fieldsOf(item), stock: '0' }).stock).toBe(0);
  });
});

describe('attributes, one to a line', () => {
  it('keep the type they had, and new ones are texts', () => {
    expect(readAttributes('plazas: 2\nlavable: false\nalto: 90\ncolor: 7', item.attributes)).toEqual({
      plazas: 2,
      lavable: false,
      alto: '90',
      color: '7',
    });
  });

  it('may hold colons and nothing', () => {
    expect(readAttributes('medidas: 1:2\nnota: —\n\n', {})).toEqual({ medidas: '1:2', nota: null });
    expect(readAttributes(': x', {})).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anItem } from '../testing/an-item';
import type { Item } from './item';
import { EMPTY_ITEM, changeOf, fieldsOf, readAttributes, readItem, type ItemFields } from './item-form';

const word = fc.stringMatching(/^[a-zñá]{1,8}( [a-z]{1,5})?$/);
const items: fc.Arbitrary<Item> = fc
  .record({
    sku: word,
    name: word,
    category: word,
    brand: fc.option(word),
    description: word,
    stock: fc.option(fc.nat(9_999_999)),
    retail: fc.nat(1e9),
    wholesale: fc.option(fc.nat(1e9)),
    currency: fc.constantFrom('USD', 'CLP', 'MXN'),
    attributes: fc.dictionary(word, fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null))),
  })
  .map(({ retail, wholesale, currency, ...rest }) =>
    anItem({
      ...rest,
      priceRetail: { amount: retail, currency },
      priceWholesale: wholesale === null ? null : { amount: wholesale, currency },
    }),
  );
const reading = (item: Item, typed: ItemFields = fieldsOf(item)) => readItem(typed, item.priceRetail.currency, item);

describe('any item', () => {
  it('comes out of the form as it went in, in every currency, so that saving untouched changes nothing', () =>
    fc.assert(
      fc.property(items, (item) => {
        const read = reading(item);
        if (!read.ok) throw new Error(JSON.stringify(read));
        expect(read.body).toMatchObject({
          sku: item.sku,
          stock: item.stock,
          priceRetail: item.priceRetail,
          priceWholesale: item.priceWholesale,
          attributes: item.attributes,
        });
        expect(changeOf(read.body, read.body)).toEqual({});
      }),
    ));

  it('asks only for the field that was typed', () =>
    fc.assert(
      fc.property(
        items,
        fc.constantFrom('name' as const, 'category' as const, 'description' as const),
        word,
        (item, field, text) => {
          const before = reading(item);
          const after = reading(item, { ...fieldsOf(item), [field]: text });
          if (!before.ok || !after.ok) throw new Error('refused');
          expect(Object.keys(changeOf(before.body, after.body))).toEqual(item[field] === text ? [] : [field]);
        },
      ),
    ));
});

describe('what the form says of a field', () => {
  const whole = fieldsOf(anItem());
  it.each<[Partial<ItemFields>, { missing: string[]; wrong: string[] }]>([
    [{ name: ' ' }, { missing: ['name'], wrong: [] }],
    [{ priceRetail: '' }, { missing: ['priceRetail'], wrong: [] }],
    [{ priceRetail: '-1' }, { missing: [], wrong: ['priceRetail'] }],
    [{ priceRetail: '12,345,6' }, { missing: [], wrong: ['priceRetail'] }],
    [{ priceWholesale: 'gratis' }, { missing: [], wrong: ['priceWholesale'] }],
    [{ stock: '-1' }, { missing: [], wrong: ['stock'] }],
    [{ stock: '1e3' }, { missing: [], wrong: ['stock'] }],
    [{ stock: '99999999999' }, { missing: [], wrong: ['stock'] }],
    [{ attributes: 'color Beige' }, { missing: [], wrong: ['attributes'] }],
    [
      { sku: '', stock: 'x', attributes: ':' },
      { missing: ['sku'], wrong: ['stock', 'attributes'] },
    ],
  ])('%j: %j', (over, said) => expect(readItem({ ...whole, ...over }, 'USD')).toEqual({ ok: false, ...said }));

  it.each<[Partial<ItemFields>, Partial<Item>]>([
    [{ brand: '  ' }, { brand: null }],
    [{ url: ' https://x.ec ' }, { url: 'https://x.ec' }],
    [{ images: ' https://a/1.jpg \n\n https://a/2.jpg' }, { images: ['https://a/1.jpg', 'https://a/2.jpg'] }],
    [{ stock: ' 7 ' }, { stock: 7 }],
    [{ priceRetail: '1.250,50' }, { priceRetail: { amount: 125_050, currency: 'USD' } }],
    [{ priceWholesale: '0' }, { priceWholesale: { amount: 0, currency: 'USD' } }],
  ])('%j is read as %j', (over, body) =>
    expect(readItem({ ...whole, ...over }, 'USD')).toMatchObject({ ok: true, body }),
  );

  it('misses four things of nothing', () => {
    expect(readItem(EMPTY_ITEM, 'USD')).toMatchObject({
      ok: false,
      missing: ['sku', 'name', 'category', 'priceRetail'],
    });
  });
});

describe('attributes', () => {
  it('turn to text when what is typed is no longer of their kind', () => {
    expect(readAttributes('plazas: tres\nlavable: quizá', { plazas: 3, lavable: true })).toEqual({
      plazas: 'tres',
      lavable: 'quizá',
    });
  });

  it('take the last word where a name stands twice', () => {
    expect(readAttributes('color: rojo\ncolor: azul')).toEqual({ color: 'azul' });
  });
});

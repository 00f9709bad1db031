import { describe, expect, it } from '@jest/globals';
import { anItem } from '../testing/an-item';
import { categoriesOf, photoOf, stockLevel } from './item';

describe('an item', () => {
  it.each([
    [null, 'uncounted'],
    [0, 'none'],
    [1, 'few'],
    [3, 'few'],
    [4, 'enough'],
  ] as const)('with %s in stock says %s', (stock, level) => expect(stockLevel(stock)).toBe(level));

  it('shows the first photo with a secure address', () => {
    expect(photoOf({ photos: ['/api/v1/catalogue/photos/1', '/demo/2.png'] })).toBe('/api/v1/catalogue/photos/1');
    expect(photoOf({ photos: [] })).toBeNull();
  });
});

it('categories come once, in the order of the language', () => {
  const items = ['Salas', 'Ámbar', 'Bares', 'Salas'].map((category) => anItem({ category }));
  expect(categoriesOf(items, 'es')).toEqual(['Ámbar', 'Bares', 'Salas']);
});

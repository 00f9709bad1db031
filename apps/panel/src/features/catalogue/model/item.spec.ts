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
    expect(photoOf({ images: ['http://a/1.jpg', 'https://a/2.jpg'] })).toBe('https://a/2.jpg');
    expect(photoOf({ images: ['/media/3.jpg'] })).toBe('/media/3.jpg');
    expect(photoOf({ images: ['javascript:x'] })).toBeNull();
    expect(photoOf({ images: [] })).toBeNull();
  });
});

it('categories come once, in the order of the language', () => {
  const items = ['Salas', 'Ámbar', 'Bares', 'Salas'].map((category) => anItem({ category }));
  expect(categoriesOf(items, 'es')).toEqual(['Ámbar', 'Bares', 'Salas']);
});

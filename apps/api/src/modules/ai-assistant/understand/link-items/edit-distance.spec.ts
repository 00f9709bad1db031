import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { editDistance, likeness, soundOf } from './edit-distance.js';
import { stem } from './stem.js';

const word = fc.stringMatching(/^[a-z]{1,12}$/);

describe('editDistance', () => {
  it('counts inserts, deletes, replacements and swaps', () => {
    expect(editDistance('iphone', 'ipone', 3)).toBe(1);
    expect(editDistance('samsung', 'samsugn', 3)).toBe(1);
    expect(editDistance('netflix', 'netflis', 3)).toBe(1);
    expect(editDistance('casa', 'perro', 2)).toBe(3);
  });
  it('is symmetric, zero only for equals, and never above its limit plus one', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other, 2);
        expect(distance).toBe(editDistance(other, one, 2));
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('likeness', () => {
  it('takes what sounds alike for a typing error', () => {
    expect(soundOf('plasas')).toBe(soundOf('plazas'));
    expect(likeness('xiomi', 'xiaomi')).toBeGreaterThan(0.8);
    expect(likeness('ejecutiba', 'ejecutiva')).toBeGreaterThan(0.9);
  });
  it('never takes one short word or one model code for another', () => {
    expect(likeness('casa', 'cama')).toBe(0);
    expect(likeness('a52', 'a54')).toBe(0);
  });
  it('stays between 0 and 1', () => {
    fc.assert(fc.property(word, word, (one, other) => likeness(one, other) >= 0 && likeness(one, other) <= 1));
  });
});

describe('stem', () => {
  it.each([
    ['sillas', 'silla'],
    ['comedores', 'comedor'],
    ['colchones', 'colchon'],
    ['colchoes', 'colchao'],
    ['auriculares', 'auricular'],
    ['gas', 'gas'],
    ['s23', 's23'],
  ])('%s -> %s', (plural, singular) => {
    expect(stem(plural)).toBe(singular);
  });
});

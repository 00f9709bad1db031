import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAttributes } from './attributes.validator.js';

describe('attributes', () => {
  it.each<[string, unknown]>([
    ['none', {}],
    ['each kind of value', { text: 'x', number: 1.5, yes: true, no: false, nothing: null }],
    ['names of people', { 'Año de la moto': 2026, 'talla.pie-izq_1': 'M', 李: 'x' }],
    ['the longest', { ['x'.repeat(60)]: 'y'.repeat(1000) }],
    ['fifty', Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`a${index}`, index]))],
  ])('may be %s', (_, value) => expect(isAttributes(value)).toBe(true));

  it.each<[string, unknown]>([
    ['nothing', null],
    ['missing', undefined],
    ['a list', ['a']],
    ['a text', 'a'],
    ['a number', 7],
    ['fifty-one', Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, index]))],
    ['nested', { a: {} }],
    ['lists of values', { a: ['x'] }],
    ['no number', { a: Number.NaN }],
    ['without end', { a: Number.POSITIVE_INFINITY }],
    ['a book', { a: 'x'.repeat(1001) }],
    ['without a name', { '': 'x' }],
    ['with a long name', { ['x'.repeat(61)]: 1 }],
    ['with a name over two lines', { 'a\nb': 1 }],
    ['with a path for a name', { 'a/b': 1 }],
    ['with a dollar', { $where: 1 }],
    ['a way to a prototype', JSON.parse('{"__proto__":1}')],
    ['functions', { a: () => 1 }],
  ])('are not %s', (_, value) => expect(isAttributes(value)).toBe(false));

  it('are judged without failing, whatever is sent', () => {
    fc.assert(fc.property(fc.anything(), (value) => expect(typeof isAttributes(value)).toBe('boolean')));
  });
});

import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IsItemAttributes, isItemAttributes } from './item-attributes.validator.js';

class Asked {
  @IsItemAttributes()
  attributes!: unknown;
}

describe('attributes of an item', () => {
  it.each<[string, unknown]>([
    ['none', {}],
    ['each kind of value', { color: 'gris', memoria: 256, nuevo: true, usado: false, garantia: null }],
    ['words of people', { 'Año de fabricación': 2026, 'ancho.cm_1': 3.5 }],
    ['the longest', { ['x'.repeat(60)]: 'y'.repeat(1000) }],
  ])('may be %s', (_, value) => expect(isItemAttributes(value)).toBe(true));

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', [{ color: 'gris' }]],
    ['a text', 'gris'],
    ['nested', { medidas: { alto: 1 } }],
    ['lists of values', { colores: ['gris', 'azul'] }],
    ['no number', { a: Number.NaN }],
    ['without end', { a: -Infinity }],
    ['a book', { a: 'x'.repeat(1001) }],
    ['with a strange name', { 'a"b': 1 }],
    ['without a name', { '': 1 }],
    ['a way to a prototype', JSON.parse('{"__proto__":{"isAdmin":true}}')],
    ['fifty-one', Object.fromEntries(Array.from({ length: 51 }, (__, index) => [`a${index}`, 1]))],
  ])('are not %s, and the field is named in plain words', async (_, value) => {
    expect(isItemAttributes(value)).toBe(false);
    const asked = Object.assign(new Asked(), { attributes: value });
    const [refused] = await validate(asked);
    expect(refused?.constraints).toEqual({ isItemAttributes: expect.stringMatching(/^attributes must be an object/) });
  });

  it('are judged without failing, whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const refused = await validate(plainToInstance(Asked, { attributes: value }));
        expect(refused.length === 0).toBe(isItemAttributes(plainToInstance(Asked, { attributes: value }).attributes));
      }),
      { numRuns: 50 },
    );
  });
});

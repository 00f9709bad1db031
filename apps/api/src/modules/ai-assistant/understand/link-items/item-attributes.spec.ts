import { describe, expect, it } from '@jest/globals';

import type { AttributeValue, CatalogueItem } from '../../ground/catalogue-item.js';
import type { AttributeMention } from './attribute-mentions.js';
import { agrees, bedSizeOf, itemAttributes } from './item-attributes.js';

const item = (name: string, attributes: Record<string, AttributeValue> = {}): CatalogueItem => ({
  id: '1',
  sku: '1',
  name,
  brand: null,
  category: null,
  attributes,
  currency: 'USD',
  priceRetail: 1,
  priceWholesale: null,
  stock: null,
});
const asked = (kind: AttributeMention['kind'], value: string | number): AttributeMention => ({
  kind,
  value,
  from: 0,
  to: 1,
});
const read = (one: CatalogueItem): Record<string, (string | number)[]> =>
  Object.fromEntries([...itemAttributes(one)].map(([kind, values]) => [kind, [...values]]));

describe('what is known of an item', () => {
  it.each([
    ['Celular', { capacidad: '128 gb' }, { capacity: ['128GB'] }],
    ['Celular', { Storage: '1tb' }, { capacity: ['1TB'] }],
    ['Silla', { Color: 'Rojo' }, { color: ['rojo'] }],
    ['Cadeira', { cor: 'Preto' }, { color: ['preto', 'negro'] }],
    ['Sofá', { Puestos: '3' }, { places: [3] }],
    ['Netflix', { pantallas: 4, meses: 6 }, { screens: [4], duration: [6] }],
    ['Cama', { Tamaño: 'Queen' }, { bedSize: ['queen'] }],
    ['Colchón', { medida: '2 plazas' }, { bedSize: ['double'] }],
    ['Tele', { size: '55"' }, { inches: [55] }],
    ['Tele', { size: '32,5 pulgadas' }, { inches: [32.5] }],
    ['Sofá gris 3 puestos', {}, { color: ['gris'], places: [3] }],
    ['Curso', { activo: true, nota: null, meses: 'muchos' }, {}],
  ] as const)('%s %j: %j', (name, attributes, known) => {
    expect(read(item(name, attributes))).toMatchObject(known);
  });

  it('is what the attributes say, where the name says otherwise', () => {
    expect(read(item('Celular 64GB', { capacity: '128GB' }))['capacity']).toEqual(['128GB']);
  });

  it('holds every colour of the name too', () => {
    expect(read(item('Mesa nogal patas negro', { color: 'Nogal' }))['color']).toEqual(
      expect.arrayContaining(['nogal', 'negro']),
    );
  });
});

describe('whether an item is as asked', () => {
  const sofa = itemAttributes(item('Sofá', { places: 3, color: 'Gris' }));
  const bed = itemAttributes(item('Cama', { size: 'Queen' }));
  const phone = itemAttributes(item('Celular', { capacity: '128GB', color: 'Violeta' }));

  it.each([
    [sofa, 'places', 3, true],
    [sofa, 'places', 2, false],
    [sofa, 'plazas', 3, true],
    [sofa, 'capacity', '1TB', null],
    [sofa, 'color', 'gris', true],
    [sofa, 'color', 'plata', true],
    [sofa, 'color', 'rojo', false],
    [bed, 'plazas', 2.5, true],
    [bed, 'plazas', 1, false],
    [bed, 'bedSize', 'queen', true],
    [bed, 'bedSize', 'king', false],
    [phone, 'capacity', '128GB', true],
    [phone, 'capacity', '256GB', false],
    [phone, 'color', 'lila', true],
    [phone, 'duration', 3, null],
  ] as const)('%#: asked %s %s: %s', (attributes, kind, value, answer) => {
    expect(agrees(attributes, asked(kind, value))).toBe(answer);
  });

  it('does not take the inches of a television for gigabytes', () => {
    expect(agrees(itemAttributes(item('Tele 32 pulgadas')), asked('capacity', '32GB'))).toBeNull();
  });

  it.each([
    [1, 'single'],
    [1.5, 'semidouble'],
    [2, 'double'],
    [2.5, 'queen'],
    [3, 'king'],
  ])('%d plazas are %s', (plazas, size) => {
    expect(bedSizeOf(plazas)).toBe(size);
  });
});

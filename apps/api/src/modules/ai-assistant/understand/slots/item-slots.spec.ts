import { describe, expect, it } from '@jest/globals';

import { type ShopId, understandIn } from '../../testing/understand-in.js';
import type { Slots } from './extract-slots.js';

const slots = (shop: ShopId, text: string, focus: readonly string[] = []): Slots =>
  understandIn(shop, text, { focus }).slots;

describe('what is asked of an item', () => {
  it.each([
    ['cel', 'el iphone 13 de 256', { capacity: '256GB' }],
    ['cel', 's23 ultra 512 gigas negro', { capacity: '512GB', color: 'Negro' }],
    ['cel', 'la play de un tera', { capacity: '1TB' }],
    ['cel', 'parlante jbl en rojo', { color: 'Rojo' }],
    ['cel', 'the white iphone 13', { color: 'Blanco' }],
    ['cel', 'a caixinha vermelha', { color: 'Rojo' }],
    ['cel', 'samsung s23 verdes', { color: 'Verde' }],
    ['mue', 'comedor para seis', { places: 6 }],
    ['mue', 'sofá de 2 cuerpos', { places: 2 }],
    ['mue', 'mesa de jantar de 4 lugares', { places: 4 }],
    ['mue', 'sofa for three people', { places: 3 }],
    ['mue', 'cama matrimonial', { size: 'Doble' }],
    ['mue', 'colchón de 2 plazas', { size: 'Doble' }],
    ['mue', 'cama queen en caoba', { size: 'Queen', color: 'Caoba' }],
    ['mue', 'colchón king', { size: 'King' }],
    ['sus', 'spotify por tres meses', { duration: 3 }],
    ['sus', 'crunchyroll anual', { duration: 12 }],
    ['sus', 'netflix de 90 días', { duration: 3 }],
    ['sus', 'office por un año', { duration: 12 }],
    ['sus', 'prime mensual', { duration: 1 }],
  ] as const)('%s: "%s"', (shop, text, expected) => {
    expect(slots(shop, text)).toMatchObject(expected);
  });

  it.each([
    ['cel', 'vino sin la caja', 'color'],
    ['cel', 'tengo 128 pesos', 'capacity'],
    ['cel', 'la tele de 32 pulgadas', 'capacity'],
    ['cel', 'en 6 meses te lo pago', 'duration'],
    ['mue', 'somos 6 en casa', 'places'],
    ['sus', 'la compré hace 2 meses', 'duration'],
    ['sus', 'llevo un año con ustedes', 'duration'],
    ['cel', 'que no sea negro', 'color'],
    ['cel', 'a mi nena le gusta la red social', 'color'],
    ['mue', 'quiero una silla', 'size'],
  ] as const)('%s: "%s" says nothing of the %s', (shop, text, slot) => {
    expect(slots(shop, text)).not.toHaveProperty(slot);
  });

  it('is read of what was spoken of before', () => {
    expect(slots('mue', '¿y para 4?', ['CO-6-NOG', 'CO-4-ROB'])).toMatchObject({ places: 4 });
    expect(slots('cel', 'el de 256', ['CL-IP13-128-BLA', 'CL-IP13-256-NEG'])).toMatchObject({ capacity: '256GB' });
    expect(slots('cel', 'el de 256', [])).not.toHaveProperty('size');
  });
});

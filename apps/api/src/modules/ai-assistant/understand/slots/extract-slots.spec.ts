import { describe, expect, it } from '@jest/globals';

import { buildShop } from '../../testing/build-shop.js';
import { linkItems } from '../link-items/link-items.js';
import { readMessage } from '../read-message.js';
import type { Asked, Slots } from './extract-slots.js';
import { extractSlots } from './extract-slots.js';

const shops = { cel: buildShop('cel'), mue: buildShop('mue'), sus: buildShop('sus') };
function slots(shop: keyof typeof shops, text: string, focus: readonly string[] = [], asked: Asked = null): Slots {
  const message = readMessage(text);
  const { index } = shops[shop];
  return extractSlots(index, message, linkItems(index, message), { focus, asked });
}

describe('who the customer is', () => {
  it.each([
    ['hola soy marisol', 'Marisol'],
    ['me llamo Ana Lucía Pérez', 'Ana Lucía Pérez'],
    ['a nombre de Jorge', 'Jorge'],
    ["hi, i'm Jack", 'Jack'],
    ['meu nome é João', 'João'],
    ['Ludmila, de Rafaela', 'Ludmila'],
  ])('%s', (text, name) => {
    expect(slots('cel', text).name).toBe(name);
  });
  it.each([
    'soy de Quito',
    'soy cliente',
    'soy revendedor',
    'soy nuevo acá',
    'estoy esperando',
    'quiero un iphone',
    'gracias',
    'Rosario',
  ])('finds no name in "%s"', (text) => {
    expect(slots('cel', text).name).toBeUndefined();
  });
  it('takes a bare word for a name only when it was asked for', () => {
    expect(slots('cel', 'Wilmer', [], 'name').name).toBe('Wilmer');
    expect(slots('cel', 'listo', [], 'name').name).toBeUndefined();
  });
  it('reads e-mail addresses and telephone numbers, and no price as a number', () => {
    expect(slots('cel', 'mi mail es Juan.Perez+1@Mail.com.ar')).toMatchObject({ email: 'juan.perez+1@mail.com.ar' });
    expect(slots('cel', 'llamame al +54 9 341 555-1234').phone).toBe('5493415551234');
    expect(slots('cel', 'te doy 1.320.000 pesos').phone).toBeUndefined();
    expect(slots('cel', 'pedido 00012345').phone).toBeUndefined();
  });
});

describe('where', () => {
  it.each([
    ['envían a Salta?', 'Salta'],
    ['soy de bahia blanca', 'Bahía Blanca'],
    ['moro em são paulo', 'São Paulo'],
    ['hacen envíos a Chacabuco', 'Chacabuco'],
    ['para Manta por favor', 'Manta'],
  ])('%s', (text, city) => {
    expect(slots('cel', text).city).toBe(city);
  });
  it("does not take an item that bears a city's name for the city", () => {
    expect(slots('mue', 'cuánto cuesta el sofá cuenca').city).toBeUndefined();
    expect(slots('mue', 'el sofá cuenca para Cuenca').city).toBe('Cuenca');
  });
  it.each(['envían a domicilio?', 'tem na loja?', 'mandan a todo el país?'])('"%s" names none', (text) => {
    expect(slots('cel', text).city).toBeUndefined();
  });
});

describe('money', () => {
  it.each([
    ['hasta 80 lucas', 80_000],
    ['tengo 2 palos', 2_000_000],
    ['mi presupuesto es de $500', 500],
    ['que no pase de 350 mil', 350_000],
    ['up to 900 dollars', 900],
    ['entre 300 y 400 dólares', 400],
    ['máximo 1.200.000', 1_200_000],
    ['un palo y medio de presupuesto', 1_500_000],
  ])('%s', (text, budget) => {
    expect(slots('cel', text).budget).toBe(budget);
  });
  it.each(['te doy 350 mil por el redmi', 'me lo dejás en 400?', 'iphone 13 de 128', 'tengo 2 hijos'])(
    '"%s" is no budget',
    (text) => {
      expect(slots('cel', text).budget).toBeUndefined();
    },
  );
  it('takes a bare figure when the budget was asked for', () => {
    expect(slots('mue', 'unos 900', [], 'budget').budget).toBe(900);
  });
});

describe('the item', () => {
  it('reads quantities next to what is counted', () => {
    expect(slots('cel', 'dame 2 auriculares jbl').quantity).toBe(2);
    expect(slots('mue', 'cotización de doce sillas ejecutivas').quantity).toBe(12);
    expect(slots('cel', 'media docena de fundas').quantity).toBe(6);
    expect(slots('cel', 'mejor que sean 3').quantity).toBe(3);
  });
  it.each(['iphone 13', 'en 6 cuotas', 'la tele de 55', 'hace 2 días', 'abren a las 9', 'samsung a15 por 310 mil'])(
    '"%s" counts nothing',
    (text) => {
      expect(slots('cel', text).quantity).toBeUndefined();
    },
  );
  it("reads capacity, colour, places, size and duration in the catalogue's words", () => {
    expect(slots('cel', 'el iphone 13 de 128 blanco')).toMatchObject({ capacity: '128GB', color: 'Blanco' });
    expect(slots('cel', 'ps5 de 1 tera').capacity).toBe('1TB');
    expect(slots('cel', 'iphone 13 white').color).toBe('Blanco');
    expect(slots('mue', 'comedor para 6').places).toBe(6);
    expect(slots('mue', 'sofá de tres cuerpos').places).toBe(3);
    expect(slots('mue', 'colchón de dos plazas').size).toBe('Doble');
    expect(slots('sus', 'office por un año').duration).toBe(12);
  });
  it('takes no colour from a verb and no duration from what has passed', () => {
    expect(slots('cel', 'vino sin cargador').color).toBeUndefined();
    expect(slots('sus', 'lo compré hace 3 meses').duration).toBeUndefined();
    expect(slots('cel', '12 meses').duration).toBeUndefined();
  });
  it('reads orders and urgency', () => {
    expect(slots('cel', 'mi orden A-778 en qué va').order).toBe('A-778');
    expect(slots('cel', 'novedades del #5521').order).toBe('5521');
    expect(slots('cel', 'lo necesito urgente').urgency).toBe('high');
    expect(slots('cel', 'no es urgente').urgency).toBeUndefined();
  });
});

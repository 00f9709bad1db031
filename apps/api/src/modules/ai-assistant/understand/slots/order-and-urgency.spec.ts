import { describe, expect, it } from '@jest/globals';

import { readMessage } from '../read-message.js';
import { readOrder } from './order.js';
import { isUrgent } from './urgency.js';

describe('the order', () => {
  it.each([
    ['mi pedido 20418 no llega', '20418'],
    ['orden #A-9912', 'A-9912'],
    ['compra nro 7781', '7781'],
    ['número de guía: 003-114-5521', '003-114-5521'],
    ['where is order number 55120', '55120'],
    ['cadê a encomenda 8831?', '8831'],
    ['novedades del #6612', '6612'],
    ['el ticket ML-4410', 'ML-4410'],
    ['factura 001-002-33', '001-002-33'],
  ])('in "%s" is %s', (text, expected) => {
    expect(readOrder(readMessage(text))).toBe(expected);
  });

  it.each([
    'quiero hacer un pedido de 10 unidades',
    'pedido de 6 sillas',
    'la compra fue hace 20 días',
    'orden 15 meses',
    'pedido',
    'tengo 3 pedidos',
    'instagram @tienda2024',
    'el iphone 13',
  ])('is not in "%s"', (text) => {
    expect(readOrder(readMessage(text))).toBeNull();
  });
});

describe('urgency', () => {
  it.each([
    'lo necesito urgente',
    'URGENTE!!!',
    'es para hoy',
    'lo antes posible porfa',
    'me urge el comedor',
    'cuanto antes mejor',
    'lo necesito para mañana',
    'preciso hoje',
    'i need it asap',
    'today please',
    'estoy apurada',
    'es una emergencia',
  ])('is in "%s"', (text) => {
    expect(isUrgent(readMessage(text))).toBe(true);
  });

  it.each([
    'no es urgente',
    'sin apuro',
    'no rush',
    'não é urgente',
    'cuando puedas',
    'hoy abren?',
    'precio del sofá',
    'no corre prisa, es urgente solo para mí',
    '',
  ])('is not in "%s"', (text) => {
    expect(isUrgent(readMessage(text))).toBe(false);
  });
});

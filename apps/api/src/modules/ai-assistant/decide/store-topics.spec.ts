import { describe, expect, it } from '@jest/globals';

import { fold } from '../understand/text/clean-text.js';
import { asksHowToPay, askedStoreTopics, storeTopics } from './store-topics.js';

describe('what is asked of the shop', () => {
  it.each([
    ['¿tienen local a la calle?', ['address']],
    ['a qué hora cierran los sábados', ['hours']],
    ['hacen domicilios?', ['shipping']],
    ['aceptan mercado pago?', ['payments']],
    ['en cuántas cuotas?', ['instalments']],
    ['me hacen factura?', ['invoice']],
    ['tienen instagram?', ['social']],
    ['son confiables?', ['trust']],
    ['puedo retirarlo?', ['pickup']],
    ['venden por mayor?', ['wholesale']],
    ['onde fica a loja física?', ['address']],
    ['aceita cartão e pix?', ['payments']],
    ['do you deliver?', ['shipping']],
    ['where are you located and when do you open?', ['hours', 'address']],
    ['puedo pagar en cuotas con tarjeta?', ['instalments', 'payments']],
    ['hola', []],
    ['el sofá gris', []],
    ['', []],
  ])('in "%s" is %j', (text, topics) => {
    expect(askedStoreTopics(fold(text))).toEqual(topics);
  });

  it('is where and when, if the words do not say', () => {
    expect(storeTopics('info del negocio')).toEqual(['address', 'hours']);
  });

  it.each([
    'cómo pago?',
    'a qué cuenta transfiero?',
    'me pasás el cbu',
    'formas de pago',
    'como faço, aceita pix?',
    'how can i pay',
  ])('is how to pay in "%s"', (text) => {
    expect(asksHowToPay(fold(text))).toBe(true);
  });
  it.each(['ya pagué', 'cuánto sale', 'el pago no llegó', ''])('is not how to pay in "%s"', (text) => {
    expect(asksHowToPay(fold(text))).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { SHOPS, type ShopId } from '../../testing/understand-in.js';
import { utteranceWords } from '../intents/training-examples.js';
import { linkItems } from '../link-items/link-items.js';
import { readMessage } from '../read-message.js';
import { citiesIn } from '../slots/city.js';
import { readEmail, readName, readPhone } from '../slots/contact.js';
import { readOrder } from '../slots/order.js';
import { maskMessage } from './mask-message.js';

function masked(shop: ShopId, text: string): string {
  const message = readMessage(text);
  const { index } = SHOPS[shop];
  const facts = {
    linked: linkItems(index, message),
    cities: citiesIn(message, (word) => index.weight.has(word)),
    name: readName(message, false),
    phone: readPhone(message),
    email: readEmail(message),
    order: readOrder(message),
  };
  return maskMessage(message, facts)
    .map(({ word }) => word)
    .join(' ');
}

describe('a masked message', () => {
  it.each([
    ['cel', 'cuánto sale el iphone 13 de 128 blanco?', 'cuanto sale el xprod de xprod'],
    ['cel', 'quiero 3 fundas y dos parlantes', 'quiero xnum xprod y xnum xprod'],
    ['mue', 'tienen la cama queen?', 'tienen la xprod'],
    ['sus', 'precio netflix', 'precio xprod'],
    ['cel', 'tengo 200 lucas', 'tengo xmoney'],
    ['cel', 'envían a Salta?', 'envian a xcity'],
    ['cel', 'soy Ana Paz', 'soy xname'],
    ['cel', 'mi mail es ana@uno.com', 'mi mail es xmail'],
    ['cel', 'mi numero 0991234567', 'mi numero xphone'],
    ['cel', 'el pedido 44120 no llega', 'el pedido xorder no llega'],
    ['cel', 'abren a las 9', 'abren a las xnum'],
    ['cel', 'gracias', 'gracias'],
    ['cel', '', ''],
    ['cel', '🙂', ''],
  ] as const)('in %s, "%s" reads "%s"', (shop, text, words) => {
    expect(masked(shop, text)).toBe(words);
  });

  it.each([
    ['cel', 'cuánto sale el a15?', 'cuánto sale el {p}?'],
    ['mue', 'quiero dos sillas para Quito', 'quiero {n} {p} para {c}'],
    ['sus', 'tengo $500 para netflix', 'tengo {m} para {p}'],
    ['cel', 'soy Marisol', 'soy {name}'],
  ] as const)('in %s, "%s" is what the model was taught by "%s"', (shop, text, utterance) => {
    expect(masked(shop, text)).toBe(utteranceWords(utterance).join(' '));
  });

  it('holds no name, address, number or product of the customer', () => {
    const local = fc.stringMatching(/^[a-z]{3,10}$/);
    fc.assert(
      fc.property(local, fc.integer({ min: 1_000_000, max: 99_999_999 }), (mailbox, number) => {
        const words = masked('cel', `mi correo es ${mailbox}@casilla.ar y mi telefono 341${number}`);
        expect(words).not.toContain('casilla');
        expect(words).not.toMatch(/\d/);
      }),
    );
  });

  it('says the same of every item of a shop', () => {
    for (const { item } of SHOPS.mue.index.items)
      expect(masked('mue', `precio: ${item.name}`)).toMatch(/^precio xprod/);
  });
});

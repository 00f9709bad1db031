import { describe, expect, it } from '@jest/globals';

import { SHOPS, type ShopId } from '../../testing/understand-in.js';
import { linkItems } from '../link-items/link-items.js';
import { readMessage } from '../read-message.js';
import { readQuantity } from './quantity.js';

function count(shop: ShopId, text: string, alone = false): number | null {
  const message = readMessage(text);
  return readQuantity(message, linkItems(SHOPS[shop].index, message), alone);
}

describe('how many', () => {
  it.each([
    ['cel', 'dame tres fundas', 3],
    ['cel', 'necesito 4 auriculares jbl', 4],
    ['cel', 'quiero 2 a15', 2],
    ['cel', 'redmi note 13 x3', 3],
    ['cel', 'x 12', 12],
    ['cel', 'una docena de fundas', 12],
    ['cel', 'dos docenas de fundas', 24],
    ['cel', 'media docena', 6],
    ['cel', 'un par de parlantes', 2],
    ['cel', '5 unidades del a15', 5],
    ['cel', 'llevaría 7', 7],
    ['cel', 'mejor que sean 4', 4],
    ['mue', 'cotíceme 9 sillas', 9],
    ['mue', 'proforma de quince sillas ejecutivas', 15],
    ['mue', 'seis sillas para la oficina', 6],
    ['mue', 'deme 2 de esas', 2],
    ['sus', 'véndame 5 cuentas de prime', 5],
    ['sus', 'quiero 3 licencias de windows', 3],
    ['mue', 'quero 8 cadeiras', 8],
    ['cel', "i'll take 6", 6],
    ['cel', 'need 10 phone cases', 10],
    ['cel', 'half a dozen cases', 6],
  ] as const)('%s: "%s" is %d', (shop, text, expected) => {
    expect(count(shop, text)).toBe(expected);
  });

  it.each([
    ['cel', 'quiero un a15'],
    ['cel', 'iphone 13'],
    ['cel', 'el redmi note 13 celeste'],
    ['cel', 'en 12 cuotas'],
    ['cel', 'la smart de 55'],
    ['cel', 'paso en 2 horas'],
    ['cel', 'a las 5'],
    ['cel', 'con 10% de descuento'],
    ['cel', 'por 310 mil'],
    ['cel', '$ 300'],
    ['mue', 'comedor de 6 puestos'],
    ['mue', 'sofá para 3 personas'],
    ['mue', 'ropero de 4 puertas'],
    ['mue', 'colchón de 2 plazas'],
    ['sus', 'netflix por 3 meses'],
    ['sus', 'para 4 pantallas'],
    ['cel', 'hace 2 días'],
    ['cel', 'tengo 3 hijos'],
    ['cel', 'de 10 a 18'],
    ['cel', 'pedido #4471'],
  ] as const)('%s: "%s" is unsaid', (shop, text) => {
    expect(count(shop, text)).toBeNull();
  });

  it('may be the whole answer when an item was spoken of', () => {
    expect(count('cel', '3', true)).toBe(3);
    expect(count('cel', '3')).toBeNull();
    expect(count('cel', '1', true)).toBeNull();
    expect(count('cel', '1000', true)).toBeNull();
  });
});
